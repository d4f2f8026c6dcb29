import type { BatchItem } from "drizzle-orm/batch";
import type { Database } from "@/db/client";
import { actions } from "@/db/schema";
import { insertActionValues, type NewActionValues } from "./insert-action-values";

/**
 * The statements that write an action with all of its values, for a batch.
 *
 * @throws when a value is given for a parameter that the template does not declare.
 */
export function insertAction(db: Database, action: NewActionValues): [BatchItem<"pg">, ...BatchItem<"pg">[]] {
  const { id, name, template } = action;
  return [
    db.insert(actions).values({ id, name, templateId: template.id }),
    ...insertActionValues(db, action),
  ];
}
