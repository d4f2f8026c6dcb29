import { Temporal } from "temporal-polyfill";
import type {
  ActionParameter,
  ActionPerson,
  ActionTarget,
  CallAction,
  GreetingRecording,
} from "@/lib/call/setup";
import { type ScheduleJson, scheduleFromJson } from "./schedule-json";

/** An action as `actionsAsJson` writes it. An aggregate of no rows is null in SQL. */
export interface ActionJson {
  id: string;
  name: string;
  body: string;
  parameters: (ActionParameter & { id: string })[] | null;
  people: (OfParameter & PersonJson)[] | null;
  targets: (OfParameter & Omit<ActionTarget, "key">)[] | null;
  greetings: (OfParameter & { name: string; recordings: RecordingJson[] | null })[] | null;
}

/** By id, which spares the database a join; the domain names a parameter by its key. */
interface OfParameter {
  parameterId: string;
}

export interface PersonJson {
  personId: string | null;
  name: string | null;
  awayUntil: number | null;
  duty: ScheduleJson | null;
  number: string | null;
  numbers: string[] | null;
  ringSeconds: number | null;
  lastTookAt: number | null;
}

/** A recording of a greeting, its instants in epoch milliseconds. */
export interface RecordingJson {
  soundId: string;
  label: string;
  startsAt: number | null;
  endsAt: number | null;
}

export const recordingFromJson = ({ startsAt, endsAt, ...recording }: RecordingJson): GreetingRecording => ({
  ...recording,
  startsAt: instantFrom(startsAt),
  endsAt: instantFrom(endsAt),
});

const instantFrom = (milliseconds: number | null): Temporal.Instant | null =>
  milliseconds === null ? null : Temporal.Instant.fromEpochMilliseconds(milliseconds);

export function actionFromJson(json: ActionJson): CallAction {
  const keys = new Map(json.parameters?.map(({ id, key }) => [id, key]));
  const keyOf = ({ parameterId }: OfParameter) => keys.get(parameterId) ?? "";
  return {
    id: json.id,
    name: json.name,
    body: json.body,
    parameters: (json.parameters ?? []).map(({ id: _, ...parameter }) => parameter),
    people: (json.people ?? []).map((person) => ({ key: keyOf(person), ...personFromJson(person) })),
    targets: (json.targets ?? []).map(({ parameterId, ...target }) => ({
      ...target,
      key: keyOf({ parameterId }),
    })),
    greetings: (json.greetings ?? []).map(({ parameterId, name, recordings }) => ({
      key: keyOf({ parameterId }),
      name,
      recordings: (recordings ?? []).map(recordingFromJson),
    })),
  };
}

export const personFromJson = (person: PersonJson): Omit<ActionPerson, "key"> => ({
  personId: person.personId,
  name: person.name,
  awayUntil: instantFrom(person.awayUntil),
  duty: person.duty && scheduleFromJson(person.duty),
  numbers: person.number === null ? (person.numbers ?? []) : [person.number],
  ringSeconds: person.ringSeconds,
  lastTookAt: instantFrom(person.lastTookAt),
});
