import { eq } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Database } from "@/db/client";
import { actionGreetings, actionParameters, actionPeople, actions, actionTargets } from "@/db/schema";
import { insertActionValues, type NewActionValues } from "./insert-action-values";

/**
 * The statements that save an action, for a batch that begins with `raiseVersion`. The old values go first: they hold the
 * action to its old template.
 *
 * @throws when a value is given for a parameter that the template does not declare.
 */
export function rewriteAction(db: Database, action: NewActionValues): BatchItem<"pg">[] {
  const { id, name, template } = action;
  return [
    ...deleteActionValues(db, id),
    db.update(actions).set({ name, templateId: template.id }).where(eq(actions.id, id)),
    ...insertActionValues(db, action),
  ];
}

/**
 * The statements that delete an action, for a batch. One that is in use is refused by a key. Its values go first, since
 * an action that leads to itself would be in its own way.
 */
export const deleteAction = (db: Database, id: string): BatchItem<"pg">[] => [
  ...deleteActionValues(db, id),
  db.delete(actions).where(eq(actions.id, id)),
];

const deleteActionValues = (db: Database, id: string): BatchItem<"pg">[] => [
  db.delete(actionParameters).where(eq(actionParameters.actionId, id)),
  db.delete(actionPeople).where(eq(actionPeople.actionId, id)),
  db.delete(actionTargets).where(eq(actionTargets.actionId, id)),
  db.delete(actionGreetings).where(eq(actionGreetings.actionId, id)),
];
