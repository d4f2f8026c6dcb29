import { byName, inOrder, recordingsInOrder } from "./in-order";
import { mapReferences } from "./map-references";
import { fileFormat, fileVersion, type Kind, type SetUp, type SetUpFile } from "./set-up";

/** A set-up as a file has it: names in the place of ids, everything in its order. */
function fileOf(setUp: SetUp): SetUpFile {
  const names = new Map<string, string>();
  for (const kind of ["schedules", "greetings", "templates", "people", "actions"] as const) {
    const seen = new Set<string>();
    const shared = new Set<string>();
    for (const { name } of setUp[kind]) (seen.has(name) ? shared : seen).add(name);
    // A name that several people have says nothing: then the id stands for itself.
    for (const { id, name } of setUp[kind]) names.set(`${kind} ${id}`, shared.has(name) ? id : name);
  }
  const named = mapReferences(setUp, (kind: Kind, id) => names.get(`${kind} ${id}`) ?? id);
  return {
    format: fileFormat,
    version: fileVersion,
    firm: named.firm,
    phoneNumbers: byName<"phoneNumbers">(named.phoneNumbers),
    schedules: byName<"schedules">(named.schedules).map(inOrder),
    greetings: byName<"greetings">(named.greetings).map(recordingsInOrder),
    templates: byName<"templates">(named.templates),
    people: byName<"people">(named.people),
    actions: byName<"actions">(named.actions),
    configurations: byName<"configurations">(named.configurations),
    knownCallers: byName<"knownCallers">(named.knownCallers),
    blockedCallers: byName<"blockedCallers">(named.blockedCallers),
    sounds: named.sounds.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
  };
}

/**
 * The text of a file, part by part: sounds are large, and are fetched one at a time.
 *
 * @param bytesOf answers a sound in base64, or null where the file is to have none.
 */
export async function* fileText(
  setUp: SetUp,
  bytesOf: (soundId: string) => Promise<string | null>,
): AsyncGenerator<string> {
  const { sounds, ...rest } = fileOf(setUp);
  yield JSON.stringify(rest, null, 2).replace(/\n\}$/, ',\n  "sounds": [');
  for (const [at, sound] of sounds.entries()) {
    const bytes = await bytesOf(sound.id);
    const text = JSON.stringify(bytes === null ? sound : { ...sound, bytes }, null, 2);
    yield `${at > 0 ? "," : ""}\n${text.replace(/^/gm, "    ")}`;
  }
  yield `${sounds.length > 0 ? "\n  " : ""}]\n}\n`;
}
