import { eq, or, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { actions, actionTargets, configurations } from "@/db/schema";

/** One thing that an action is used by. */
export type ActionUse =
  | { by: "configuration"; id: string; name: string; when: "open" | "closed" | "both"; isActive: boolean }
  | { by: "action"; id: string; name: string };

/** Everything that uses an action, in the order of the names: configurations first. An action that leads to itself is no use. */
export async function listActionUses(db: Database, id: string): Promise<ActionUse[]> {
  const isOpen = sql<boolean>`${configurations.openActionId} = ${id}`;
  const isClosed = sql<boolean>`${configurations.closedActionId} = ${id}`;
  const rows = await unionAll(
    db
      .select({
        by: sql<"configuration" | "action">`'configuration'`.as("used_by"),
        id: configurations.id,
        name: configurations.name,
        isOpen: isOpen.as("is_open"),
        isClosed: isClosed.as("is_closed"),
        isActive: configurations.isActive,
      })
      .from(configurations)
      .where(or(isOpen, isClosed)),
    db
      .selectDistinct({
        by: sql<"configuration" | "action">`'action'`.as("used_by"),
        id: actions.id,
        name: actions.name,
        isOpen: sql<boolean>`false`.as("is_open"),
        isClosed: sql<boolean>`false`.as("is_closed"),
        isActive: sql<boolean>`false`.as("is_active"),
      })
      .from(actionTargets)
      .innerJoin(actions, eq(actions.id, actionTargets.actionId))
      .where(sql`${actionTargets.targetActionId} = ${id} and ${actions.id} <> ${id}`),
  );
  return rows
    .map(
      (row): ActionUse =>
        row.by === "action"
          ? { by: "action", id: row.id, name: row.name }
          : {
              by: "configuration",
              id: row.id,
              name: row.name,
              when: row.isOpen && row.isClosed ? "both" : row.isOpen ? "open" : "closed",
              isActive: row.isActive,
            },
    )
    .toSorted((one, other) => -one.by.localeCompare(other.by) || one.name.localeCompare(other.name, "en"));
}
