import { Temporal } from "temporal-polyfill";
import type { ActionParameter, ActionTarget, CallAction } from "@/lib/call/setup";

/** An action as `actionsAsJson` writes it. An aggregate of no rows is null in SQL. */
export interface ActionJson {
  id: string;
  name: string;
  body: string;
  parameters: ActionParameter[] | null;
  people: PersonJson[] | null;
  targets: ActionTarget[] | null;
}

interface PersonJson {
  key: string;
  name: string | null;
  awayUntil: number | null;
  number: string | null;
  numbers: string[] | null;
  ringSeconds: number | null;
}

export function actionFromJson(json: ActionJson): CallAction {
  return {
    id: json.id,
    name: json.name,
    body: json.body,
    parameters: json.parameters ?? [],
    people: (json.people ?? []).map(({ number, numbers, awayUntil, ...person }) => ({
      ...person,
      awayUntil: awayUntil === null ? null : Temporal.Instant.fromEpochMilliseconds(awayUntil),
      numbers: number === null ? (numbers ?? []) : [number],
    })),
    targets: json.targets ?? [],
  };
}
