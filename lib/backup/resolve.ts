import type { Fault, Read } from "./fault";
import { inOrder, recordingsInOrder } from "./in-order";
import { mapReferences } from "./map-references";
import { type Entry, type Kind, keyOf, kinds, type SetUp, type SetUpFile } from "./set-up";
import { sameName, sharedKeys } from "./shared-keys";

/** `replace` makes all exactly as in the file; `add` leaves alone what the file does not speak of. */
export type ImportMode = "replace" | "add";

/** The set-up that an import leads to. */
export interface Aim {
  setUp: SetUp;
  /** Where each thing stands in the file, by kind and key; what is not there stays as it is here. */
  places: ReadonlyMap<string, number>;
  /** The sounds of the file, those left out without their bytes. */
  sounds: SetUpFile["sounds"];
}

export const placeKey = (kind: Kind, key: string): string => `${kind} ${key}`;

interface Resolving {
  file: SetUpFile;
  /** How things are here. */
  current: SetUp;
  mode: ImportMode;
  newId(): string;
}

/**
 * Says what each thing and each name of a file is here: the thing of the same id, failing that of the same name, failing
 * that a new one.
 */
export function resolve({ file, current, mode, newId }: Resolving): Read<Aim> {
  const places = new Map<string, number>();
  const identified = {} as Record<Kind, Entry[]>;
  for (const kind of kinds) {
    const keys = identify(kind, file, current, newId);
    identified[kind] = file[kind].map((entry, at) => {
      const key = keys[at] ?? keyOf(entry);
      places.set(placeKey(kind, key), at);
      return "number" in entry ? entry : ({ ...entry, id: key } as Entry);
    });
  }
  const inFile = { ...file, ...identified } as unknown as SetUp;
  const faults: Fault[] = [];
  const stays = (kind: Kind, entry: Entry) =>
    (mode === "add" || isHeld(kind, entry)) && !places.has(placeKey(kind, keyOf(entry)));
  const kept = {} as Record<Kind, Entry[]>;
  for (const kind of kinds) kept[kind] = current[kind].filter((entry) => stays(kind, entry));
  const named = mapReferences(inFile, (kind, reference, path) => {
    const found = lookUp(reference, inFile[kind]) ?? (mode === "add" ? lookUp(reference, kept[kind]) : null);
    if (found !== null && found !== "several") return found;
    faults.push({ path, message: found === null ? missing(kind, reference) : several(reference) });
    return reference;
  });
  if (faults.length > 0) return { faults };
  const setUp = { ...named } as SetUp;
  for (const kind of kinds) Object.assign(setUp, { [kind]: [...named[kind], ...kept[kind]] });
  setUp.schedules = setUp.schedules.map(inOrder);
  setUp.greetings = setUp.greetings.map(recordingsInOrder);
  setUp.sounds = heardSounds(setUp, file, current);
  const shared = sharedKeys(setUp as unknown as SetUpFile);
  return shared.length > 0 ? { faults: shared } : { value: { setUp, places, sounds: file.sounds } };
}

/** A number of Twilio's account stays, whatever a file says: it is let go or released on its own page. */
const isHeld = (kind: Kind, entry: Entry): boolean =>
  kind === "phoneNumbers" && "twilioSid" in entry && entry.twilioSid !== null;

/** The key of each entry of a kind, in the file's order. */
function identify(kind: Kind, file: SetUpFile, current: SetUp, newId: () => string): string[] {
  const entries: readonly { id?: string | undefined; name?: string; number?: string }[] = file[kind];
  const here = new Set(current[kind].map(keyOf));
  const same = sameName[kind] ?? ((name: string) => name);
  const taken = new Set(entries.flatMap(({ id }) => (id !== undefined && here.has(id) ? [id] : [])));
  const free = new Map<string, Entry[]>();
  for (const entry of current[kind]) {
    if (!("name" in entry) || taken.has(keyOf(entry))) continue;
    const called = same(entry.name);
    free.set(called, [...(free.get(called) ?? []), entry]);
  }
  return entries.map((entry) => {
    if (entry.number !== undefined) return entry.number;
    if (entry.id !== undefined && here.has(entry.id)) return entry.id;
    const namesakes = free.get(same(entry.name ?? "")) ?? [];
    const [namesake] = namesakes;
    // Of two people who share a name, neither is the one that is meant.
    if (namesake && namesakes.length === 1) {
      free.delete(same(entry.name ?? ""));
      return keyOf(namesake);
    }
    return entry.id ?? newId();
  });
}

function lookUp(reference: string, entries: readonly Entry[]): string | "several" | null {
  if (entries.some((entry) => "id" in entry && entry.id === reference)) return reference;
  const found = entries.filter((entry) => "name" in entry && entry.name === reference);
  const [only] = found;
  if (!only) return null;
  return found.length > 1 ? "several" : keyOf(only);
}

const things: Readonly<Record<Kind, string>> = {
  phoneNumbers: "phone number",
  schedules: "schedule",
  greetings: "greeting",
  templates: "template of your own",
  people: "person",
  actions: "action",
  configurations: "configuration",
  knownCallers: "known caller",
  blockedCallers: "blocked caller",
};

const missing = (kind: Kind, name: string) => `There is no ${things[kind]} “${name}”.`;
const several = (name: string) => `Several are called “${name}”: write the id of the one that is meant.`;

/** Those that a greeting plays, from the file or from here. */
function heardSounds(setUp: SetUp, file: SetUpFile, current: SetUp): SetUp["sounds"] {
  const heard = new Set(setUp.greetings.flatMap(({ recordings }) => recordings.map(({ sound }) => sound)));
  const known = new Map([...file.sounds, ...current.sounds].map((sound) => [sound.id, sound]));
  return [...heard].flatMap((id) => known.get(id) ?? []);
}
