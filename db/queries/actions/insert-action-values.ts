import type { BatchItem } from "drizzle-orm/batch";
import type { Database } from "@/db/client";
import { actionGreetings, actionParameters, actionPeople, actionTargets } from "@/db/schema";
import type { ScalarValue } from "@/lib/template/types";

/** Whom to ring: a person, or a bare number (E.164). */
type NewActionPerson = ({ personId: string } | { number: string }) & { ringSeconds?: number };

/** One key of a menu. */
interface NewMenuTarget {
  menuKey: string;
  label: string;
  actionId: string;
}

/** What an action gives for a parameter: a value, people, another action's id, a menu, or a greeting of the library. */
export type NewActionValue =
  | { value: ScalarValue }
  | { people: readonly NewActionPerson[] }
  | { actionId: string }
  | { menu: readonly NewMenuTarget[] }
  | { greetingId: string };

export interface NewActionValues {
  id: string;
  name: string;
  template: { id: string; parameters: readonly { id: string; key: string }[] };
  /** By the parameter's key. */
  values: Readonly<Record<string, NewActionValue>>;
}

/**
 * The statements that write what an action is filled in with, for a batch.
 *
 * @throws when a value is given for a parameter that the template does not declare.
 */
export function insertActionValues(
  db: Database,
  { id, name, template, values }: NewActionValues,
): BatchItem<"pg">[] {
  const scalars: (typeof actionParameters.$inferInsert)[] = [];
  const people: (typeof actionPeople.$inferInsert)[] = [];
  const targets: (typeof actionTargets.$inferInsert)[] = [];
  const greetings: (typeof actionGreetings.$inferInsert)[] = [];
  for (const [key, given] of Object.entries(values)) {
    const parameter = template.parameters.find((candidate) => candidate.key === key);
    if (!parameter) throw new Error(`The template of “${name}” declares no parameter “${key}”.`);
    const belonging = { actionId: id, parameterId: parameter.id, templateId: template.id };
    if ("value" in given) scalars.push({ ...belonging, value: given.value });
    else if ("greetingId" in given) greetings.push({ ...belonging, greetingId: given.greetingId });
    else if ("people" in given)
      people.push(...given.people.map((person, position) => ({ ...belonging, position, ...person })));
    else if ("menu" in given) {
      targets.push(
        ...given.menu.map(({ menuKey, label, actionId }, position) => ({
          ...belonging,
          position,
          menuKey,
          label,
          targetActionId: actionId,
        })),
      );
    } else targets.push({ ...belonging, position: 0, targetActionId: given.actionId });
  }
  return [
    ...(scalars.length > 0 ? [db.insert(actionParameters).values(scalars)] : []),
    ...(people.length > 0 ? [db.insert(actionPeople).values(people)] : []),
    ...(targets.length > 0 ? [db.insert(actionTargets).values(targets)] : []),
    ...(greetings.length > 0 ? [db.insert(actionGreetings).values(greetings)] : []),
  ];
}
