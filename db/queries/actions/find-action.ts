import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import {
  actionGreetings,
  actionParameters,
  actionPeople,
  actions,
  actionTargets,
  greetings,
  people,
  templates,
} from "@/db/schema";
import type { ScalarValue } from "@/lib/template/types";
import type { ActionValue } from "@/lib/template/value-schemas";
import { type ActionTemplate, templateAsJson } from "./template-json";

/** An action as its form shows it. */
export interface StoredAction {
  id: string;
  name: string;
  version: number;
  template: ActionTemplate;
  /** By the parameter's key; a parameter that is left empty has none. */
  values: Record<string, ActionValue>;
  /** What the people, actions and greetings that it refers to are called, by id. */
  names: Record<string, string>;
}

interface PersonRow {
  parameterId: string;
  personId: string | null;
  personName: string | null;
  number: string | null;
  ringSeconds: number | null;
}

interface TargetRow {
  parameterId: string;
  menuKey: string | null;
  label: string | null;
  actionId: string;
  actionName: string;
}

interface GreetingRow {
  parameterId: string;
  greetingId: string;
  greetingName: string;
}

/** An action with its template and everything that it is filled in with, in one statement; null when there is none. */
export async function findAction(db: Database, id: string): Promise<StoredAction | null> {
  const [row] = await db
    .select({
      id: actions.id,
      name: actions.name,
      version: actions.version,
      template: templateAsJson,
      scalars: sql<{ parameterId: string; value: ScalarValue }[]>`coalesce((
        select json_agg(json_build_object(
          'parameterId', ${actionParameters.parameterId}, 'value', ${actionParameters.value}
        ))
        from ${actionParameters} where ${actionParameters.actionId} = ${actions.id}
      ), '[]')`,
      people: sql<PersonRow[]>`coalesce((
        select json_agg(json_build_object(
          'parameterId', ${actionPeople.parameterId}, 'personId', ${actionPeople.personId},
          'personName', ${people.name}, 'number', ${actionPeople.number}, 'ringSeconds', ${actionPeople.ringSeconds}
        ) order by ${actionPeople.position})
        from ${actionPeople} left join ${people} on ${people.id} = ${actionPeople.personId}
        where ${actionPeople.actionId} = ${actions.id}
      ), '[]')`,
      targets: sql<TargetRow[]>`coalesce((
        select json_agg(json_build_object(
          'parameterId', ${actionTargets.parameterId}, 'menuKey', ${actionTargets.menuKey},
          'label', ${actionTargets.label}, 'actionId', ${actionTargets.targetActionId}, 'actionName', target.name
        ) order by ${actionTargets.position})
        from ${actionTargets} join ${actions} as target on target.id = ${actionTargets.targetActionId}
        where ${actionTargets.actionId} = ${actions.id}
      ), '[]')`,
      greetings: sql<GreetingRow[]>`coalesce((
        select json_agg(json_build_object(
          'parameterId', ${actionGreetings.parameterId}, 'greetingId', ${greetings.id}, 'greetingName', ${greetings.name}
        ))
        from ${actionGreetings} join ${greetings} on ${greetings.id} = ${actionGreetings.greetingId}
        where ${actionGreetings.actionId} = ${actions.id}
      ), '[]')`,
    })
    .from(actions)
    .innerJoin(templates, eq(templates.id, actions.templateId))
    .where(eq(actions.id, id));
  if (!row) return null;

  const { scalars, people: rung, targets, greetings: played, ...action } = row;
  const keyOf = new Map(action.template.parameters.map((parameter) => [parameter.id, parameter.key]));
  const values: Record<string, ActionValue> = {};
  for (const { parameterId, value } of scalars) values[keyOf.get(parameterId) ?? ""] = value;
  for (const { parameterId, personId, number, ringSeconds } of rung) {
    const entry = personId === null ? { number: number ?? "" } : { personId };
    append(values, keyOf.get(parameterId), { ...entry, ...(ringSeconds !== null && { ringSeconds }) });
  }
  for (const { parameterId, menuKey, label, actionId } of targets) {
    if (menuKey === null) values[keyOf.get(parameterId) ?? ""] = actionId;
    else append(values, keyOf.get(parameterId), { key: menuKey, label: label ?? "", actionId });
  }
  for (const { parameterId, greetingId } of played) values[keyOf.get(parameterId) ?? ""] = { greetingId };
  const names = [
    ...rung.map(({ personId, personName }) => [personId, personName]),
    ...targets.map(({ actionId, actionName }) => [actionId, actionName]),
    ...played.map(({ greetingId, greetingName }) => [greetingId, greetingName]),
  ];
  return { ...action, values, names: Object.fromEntries(names.filter(([known]) => known !== null)) };
}

function append(values: Record<string, ActionValue>, key = "", entry: object): void {
  const list = values[key];
  values[key] = (Array.isArray(list) ? [...list, entry] : [entry]) as ActionValue;
}
