import { Temporal } from "temporal-polyfill";
import type { ActionParameter, ActionPerson, ActionTarget, CallAction } from "@/lib/call/setup";

/** An action as `actionsAsJson` writes it. An aggregate of no rows is null in SQL. */
export interface ActionJson {
  id: string;
  name: string;
  body: string;
  parameters: (ActionParameter & { id: string })[] | null;
  people: (OfParameter & PersonJson)[] | null;
  targets: (OfParameter & Omit<ActionTarget, "key">)[] | null;
}

/** By id, which spares the database a join; the domain names a parameter by its key. */
interface OfParameter {
  parameterId: string;
}

export interface PersonJson {
  name: string | null;
  awayUntil: number | null;
  number: string | null;
  numbers: string[] | null;
  ringSeconds: number | null;
}

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
  };
}

export const personFromJson = (person: PersonJson): Omit<ActionPerson, "key"> => ({
  name: person.name,
  awayUntil: person.awayUntil === null ? null : Temporal.Instant.fromEpochMilliseconds(person.awayUntil),
  numbers: person.number === null ? (person.numbers ?? []) : [person.number],
  ringSeconds: person.ringSeconds,
});
