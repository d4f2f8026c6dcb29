import type { Window } from "@/lib/schedule/types";
import { builtInTemplates } from "@/lib/template/built-in/declarations";
import type { ActionValueInFile, Entry, Kind, SetUp } from "./set-up";

/** How something is, label by label, both in words. */
export type Words = Readonly<Record<string, string>>;

/** What the kinds are called, for people. */
export const kindLabels: Readonly<Record<Kind, string>> = {
  phoneNumbers: "Phone numbers",
  schedules: "Schedules",
  greetings: "Greetings",
  templates: "Templates",
  people: "People",
  actions: "Actions",
  configurations: "Configurations",
  knownCallers: "Known callers",
  blockedCallers: "Blocked callers",
};

export const nameOfEntry = (entry: Entry): string => ("name" in entry ? entry.name : entry.number);

/** Every field of a thing, so that no change goes untold. References are told by the names that they have in `setUp`. */
export function wordsIn(setUp: SetUp): <Of extends Kind>(kind: Of, entry: Entry<Of>) => Words {
  const names = new Map<string, string>();
  for (const kind of ["schedules", "greetings", "templates", "people", "actions"] as const) {
    for (const { id, name } of setUp[kind]) names.set(`${kind} ${id}`, name);
  }
  const sounds = new Map(setUp.sounds.map((sound) => [sound.id, sound]));
  const own = new Map(setUp.templates.map((template) => [template.id, template]));
  const lookUps: LookUps = {
    nameOf: (kind, id) => names.get(`${kind} ${id}`) ?? "?",
    soundOf: (id) => {
      const sound = sounds.get(id);
      return sound ? `${sound.fileName || "recorded"}, ${Math.round(sound.durationSeconds)} seconds` : "?";
    },
    declaredBy: ({ template }) =>
      "own" in template
        ? own.get(template.own)
        : builtInTemplates.find(({ key }) => key === template.builtIn),
  };
  return (kind, entry) => tellers[kind](entry, lookUps);
}

interface LookUps {
  nameOf(kind: Kind, id: string): string;
  soundOf(id: string): string;
  declaredBy(
    action: Entry<"actions">,
  ): { name: string; parameters: readonly { key: string; label: string }[] } | undefined;
}

const yesNo = (is: boolean): string => (is ? "Yes" : "No");
const moment = (iso: string | null): string =>
  iso === null ? "" : `${iso.slice(0, 16).replace("T", " ")} UTC`;
const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const hours = ({ opensAt, closesAt }: Window): string => `${opensAt}–${closesAt}`;

const tellers: { [Of in Kind]: (entry: Entry<Of>, lookUps: LookUps) => Words } = {
  phoneNumbers: ({ name, number, twilioSid, isTestNumber }) => ({
    Name: name,
    Number: number,
    "At Twilio": twilioSid ?? "",
    "Test number": yesNo(isTestNumber),
  }),
  schedules: ({ name, timeZone, windows, exceptions, override }) => ({
    Name: name,
    "Time zone": timeZone,
    Hours: windows.map((window) => `${weekdays[window.weekday - 1]} ${hours(window)}`).join(", "),
    "Holidays and special hours": exceptions
      .map(({ label, startsOn, endsOn, windows: own }) => {
        const dates = startsOn === endsOn ? startsOn : `${startsOn} to ${endsOn}`;
        return `${label}, ${dates}: ${own.map(hours).join(" and ") || "closed"}`;
      })
      .join("; "),
    "For now": override
      ? `${override.isOpen ? "open" : "closed"}${override.until ? ` until ${moment(override.until)}` : ""}, by ${override.setBy} (${moment(override.setAt)})${override.reason ? `: ${override.reason}` : ""}`
      : "",
  }),
  greetings: ({ name, recordings }, { soundOf }) => ({
    Name: name,
    Recordings: recordings
      .map(({ label, startsAt, endsAt, sound }) =>
        startsAt === null
          ? soundOf(sound)
          : `${label || "Dated"}, ${moment(startsAt)} to ${moment(endsAt)}: ${soundOf(sound)}`,
      )
      .join("; "),
  }),
  templates: ({ name, description, body, parameters }) => ({
    Name: name,
    Description: description,
    Text: body.join("\n"),
    Parameters: parameters.map(({ key, ...rest }) => `${key}: ${JSON.stringify(rest)}`).join("\n"),
  }),
  people: (person, { nameOf }) => ({
    Name: person.name,
    Extension: person.extension ?? "",
    "E-mail": person.email ?? "",
    Away: person.awayUntil === null ? "" : `until ${moment(person.awayUntil)}`,
    "On duty": person.dutySchedule === null ? "Always" : nameOf("schedules", person.dutySchedule),
    "Told of voicemail by e-mail": yesNo(person.isToldByEmail),
    "Told of voicemail by text": yesNo(person.isToldByText),
    Phones: person.phones
      .map(({ label, number, isRung }) => `${label} ${number}${isRung ? "" : " (not rung)"}`)
      .join(", "),
  }),
  actions: (action, lookUps) => {
    const declared = lookUps.declaredBy(action);
    const labelOf = (key: string) => declared?.parameters.find((one) => one.key === key)?.label ?? key;
    const values = Object.entries(action.values).map(([key, value]) => [
      labelOf(key),
      valueInWords(value, lookUps),
    ]);
    return { Name: action.name, Template: declared?.name ?? "?", ...Object.fromEntries(values) };
  },
  configurations: (configuration, { nameOf }) => ({
    Name: configuration.name,
    "Phone number": configuration.phoneNumber,
    Schedule: nameOf("schedules", configuration.schedule),
    "While open": nameOf("actions", configuration.openAction),
    "While closed": nameOf("actions", configuration.closedAction),
    "Known callers only": yesNo(configuration.takesKnownCallersOnly),
    Active: yesNo(configuration.isActive),
  }),
  knownCallers: ({ number, name, note, action }, { nameOf }) => ({
    Number: number,
    Name: name,
    Note: note,
    "Goes to": action === null ? "" : nameOf("actions", action),
  }),
  blockedCallers: ({ number, note }) => ({ Number: number, Note: note }),
};

function valueInWords(value: ActionValueInFile, { nameOf }: LookUps): string {
  if (typeof value === "boolean") return yesNo(value);
  if (typeof value !== "object") return `${value}`;
  if ("language" in value) return `${value.name}, ${value.language}`;
  if ("greeting" in value) return nameOf("greetings", value.greeting);
  if ("action" in value) return nameOf("actions", value.action);
  const entries: readonly Extract<ActionValueInFile, unknown[]>[number][] = value;
  return entries
    .map((entry) => {
      if ("action" in entry) return `${entry.key} ${entry.label}: ${nameOf("actions", entry.action)}`;
      const who = "person" in entry ? nameOf("people", entry.person) : entry.number;
      return entry.ringSeconds === undefined ? who : `${who} (${entry.ringSeconds} seconds)`;
    })
    .join(", ");
}

export const firmInWords = (firm: SetUp["firm"]): Words => ({
  Name: firm.name,
  Country: firm.country,
  "Time zone": firm.timeZone,
  Voice: `${firm.voice}, ${firm.language}`,
  "Fallback number": firm.fallbackNumber ?? "",
  "Text back": firm.textBack ?? "",
  "Keeps calls": firm.keepsCallsDays === null ? "For good" : `${firm.keepsCallsDays} days`,
  "Keeps voicemails": firm.keepsVoicemailsDays === null ? "For good" : `${firm.keepsVoicemailsDays} days`,
});
