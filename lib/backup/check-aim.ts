import { isDeepStrictEqual } from "node:util";
import { builtInTemplates } from "@/lib/template/built-in/declarations";
import { checkDraft } from "@/lib/template/draft/check-draft";
import { schemaForAction } from "@/lib/template/parameter-schemas";
import type { ParameterDeclaration } from "@/lib/template/types";
import type { Fault } from "./fault";
import { ownNumbersDialled } from "./own-numbers-dialled";
import { type Aim, placeKey } from "./resolve";
import { type ActionValueInFile, type Entry, type Kind, keyOf, type SetUp } from "./set-up";

const ownLine =
  "This is one of your own work numbers: a call would go round in a circle. Take a phone that is none of them.";

/**
 * What the forms would refuse of the set-up that an import leads to. Looks at what changes, and at what depends on it: what
 * stands here already is not held against a file.
 */
export function checkAim({ setUp, places, sounds }: Aim, current: SetUp): Fault[] {
  const faults: Fault[] = [];
  const ownNumbers = new Set(setUp.phoneNumbers.map(({ number }) => number));
  const complain = (kind: Kind, entry: Entry, rest: Fault["path"], message: string) => {
    const at = places.get(placeKey(kind, keyOf(entry)));
    if (at !== undefined) faults.push({ path: [kind, at, ...rest], message });
    // What the file does not speak of has no line in it.
    else
      faults.push({
        path: [kind],
        message: `“${"name" in entry ? entry.name : entry.number}”, which is here and not in the file: ${message}`,
      });
  };
  const changed = changedOf(current);

  const { fallbackNumber } = setUp.firm;
  if (fallbackNumber !== null && ownNumbers.has(fallbackNumber)) {
    faults.push({ path: ["firm", "fallbackNumber"], message: ownLine });
  }
  for (const person of setUp.people) {
    for (const [at, { number }] of person.phones.entries()) {
      if (ownNumbers.has(number)) complain("people", person, ["phones", at, "number"], ownLine);
    }
  }
  checkGreetings(setUp, current, sounds, complain);
  for (const configuration of setUp.configurations) {
    if (ownNumbers.has(configuration.phoneNumber)) continue;
    const message = `There is no phone number ${configuration.phoneNumber}.`;
    complain("configurations", configuration, ["phoneNumber"], message);
  }
  const changedTemplates = new Set(
    setUp.templates.filter((one) => changed("templates", one)).map(({ id }) => id),
  );
  for (const template of setUp.templates) {
    if (!changedTemplates.has(template.id)) continue;
    const { parameters, body } = template;
    const error = checkDraft({ body: body.join("\n"), parameters }).find(
      ({ severity }) => severity === "error",
    );
    if (error) complain("templates", template, ["body", error.line - 1], error.message);
  }
  const declared = declarationsIn(setUp);
  for (const action of setUp.actions) {
    const isTouched =
      changed("actions", action) || ("own" in action.template && changedTemplates.has(action.template.own));
    for (const { rest, message } of isTouched ? faultsOfAction(action, declared(action)) : []) {
      complain("actions", action, rest, message);
    }
    for (const path of ownNumbersDialled(action, setUp, ownNumbers)) {
      complain("actions", action, ["values", ...path], ownLine);
    }
  }
  return faults;
}

function changedOf(current: SetUp): (kind: Kind, entry: Entry) => boolean {
  const kept = new Map<Kind, Map<string, Entry>>();
  return (kind, entry) => {
    let known = kept.get(kind);
    if (!known) {
      known = new Map(current[kind].map((one) => [keyOf(one), one]));
      kept.set(kind, known);
    }
    return !isDeepStrictEqual(known.get(keyOf(entry)), entry);
  };
}

type Complain = (kind: Kind, entry: Entry, rest: Fault["path"], message: string) => void;

function checkGreetings(setUp: SetUp, current: SetUp, sounds: Aim["sounds"], complain: Complain): void {
  const withBytes = sounds.filter(({ bytes }) => bytes !== undefined);
  const here = new Set([...current.sounds, ...withBytes].map(({ id }) => id));
  for (const greeting of setUp.greetings) {
    let hasStanding = false;
    for (const [at, { startsAt, sound }] of greeting.recordings.entries()) {
      if (!here.has(sound)) {
        const message =
          "Its sound is neither in the file nor here. Download the file once more with the sounds, or take this recording out.";
        complain("greetings", greeting, ["recordings", at, "sound"], message);
      }
      if (startsAt === null && hasStanding) {
        complain("greetings", greeting, ["recordings", at], "Only one recording can stand without dates.");
      }
      hasStanding ||= startsAt === null;
    }
  }
}

function declarationsIn(setUp: SetUp) {
  const builtIn = new Map(builtInTemplates.map(({ key, parameters }) => [key, parameters]));
  const own = new Map(setUp.templates.map(({ id, parameters }) => [id, parameters]));
  return ({ template }: Entry<"actions">): readonly ParameterDeclaration[] | undefined =>
    "own" in template ? own.get(template.own) : builtIn.get(template.builtIn);
}

interface ActionFault {
  rest: Fault["path"];
  message: string;
}

function faultsOfAction(
  { template, values }: Entry<"actions">,
  declared: readonly ParameterDeclaration[] | undefined,
): ActionFault[] {
  if (!declared) {
    const key = "builtIn" in template ? template.builtIn : "";
    return [{ rest: ["template"], message: `This release has no built-in template “${key}”.` }];
  }
  const given = Object.entries(values);
  const defaults = declared.map(({ key, defaultValue }) => [key, defaultValue] as const);
  const parsed = schemaForAction(declared).safeParse(
    Object.fromEntries([...defaults, ...given.map(([key, value]) => [key, asForm(value)] as const)]),
  );
  const misfits = (parsed.error?.issues ?? []).map(({ path, message }) => ({
    rest: ["values", ...path.map((step) => (typeof step === "number" ? step : String(step)))],
    message: `${message}.`,
  }));
  // A form sends numbers as text, and texts with spaces around them: a file holds what is kept.
  const inexact = given
    .filter(([key, value]) => parsed.success && typeof value !== "object" && parsed.data[key] !== value)
    .map(([key]) => ({
      rest: ["values", key],
      message: "This is not of the kind that the template asks for.",
    }));
  return [...misfits, ...inexact];
}

/** A value as the schemas of the forms name its parts. */
function asForm(value: ActionValueInFile): unknown {
  if (typeof value !== "object") return value;
  if ("greeting" in value) return { greetingId: value.greeting };
  if (!Array.isArray(value)) return "action" in value ? value.action : value;
  return value.map((entry) => {
    if ("person" in entry) {
      const { person: personId, ...rest } = entry;
      return { personId, ...rest };
    }
    if (!("action" in entry)) return entry;
    const { action: actionId, ...rest } = entry;
    return { ...rest, actionId };
  });
}
