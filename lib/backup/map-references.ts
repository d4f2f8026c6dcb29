import type { ActionValueInFile, Kind, SetUp, SetUpFile } from "./set-up";

/** Where a reference stands: the kind, the place in its list, and the way on from there. */
export type ReferencePath = readonly (string | number)[];

/** Says what to put in the place of a reference to something of a kind. */
export type Rename = (kind: Kind, reference: string, path: ReferencePath) => string;

/** The same set-up with other references: names in the place of ids, or ids in the place of names. */
export function mapReferences<From extends SetUp | SetUpFile>(from: From, rename: Rename): From {
  return {
    ...from,
    people: from.people.map((person, at) => ({
      ...person,
      dutySchedule:
        person.dutySchedule === null
          ? null
          : rename("schedules", person.dutySchedule, ["people", at, "dutySchedule"]),
    })),
    actions: from.actions.map((action, at) => ({
      ...action,
      template:
        "own" in action.template
          ? { own: rename("templates", action.template.own, ["actions", at, "template"]) }
          : action.template,
      values: Object.fromEntries(
        Object.entries(action.values).map(([key, value]) => [
          key,
          mapValue(value, (kind, reference, rest) =>
            rename(kind, reference, ["actions", at, "values", key, ...rest]),
          ),
        ]),
      ),
    })),
    configurations: from.configurations.map((configuration, at) => ({
      ...configuration,
      schedule: rename("schedules", configuration.schedule, ["configurations", at, "schedule"]),
      openAction: rename("actions", configuration.openAction, ["configurations", at, "openAction"]),
      closedAction: rename("actions", configuration.closedAction, ["configurations", at, "closedAction"]),
    })),
    knownCallers: from.knownCallers.map((caller, at) => ({
      ...caller,
      action:
        caller.action === null ? null : rename("actions", caller.action, ["knownCallers", at, "action"]),
    })),
  };
}

function mapValue(value: ActionValueInFile, rename: Rename): ActionValueInFile {
  if (typeof value !== "object") return value;
  if (isMenu(value)) {
    return value.map((entry, at) => ({ ...entry, action: rename("actions", entry.action, [at, "action"]) }));
  }
  if (Array.isArray(value)) {
    return value.map((entry, at) =>
      "person" in entry ? { ...entry, person: rename("people", entry.person, [at, "person"]) } : entry,
    );
  }
  if ("action" in value) return { action: rename("actions", value.action, ["action"]) };
  return "greeting" in value ? { greeting: rename("greetings", value.greeting, ["greeting"]) } : value;
}

type MenuValue = Extract<ActionValueInFile, { key: string }[]>;

const isMenu = (value: ActionValueInFile): value is MenuValue =>
  Array.isArray(value) && value.every((entry) => "action" in entry);
