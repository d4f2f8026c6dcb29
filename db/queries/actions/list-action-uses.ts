import { eq, or, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { actions, actionTargets, configurations, knownCallers } from "@/db/schema";

/** One thing that an action is used by. */
export type ActionUse =
  | { by: "configuration"; id: string; name: string; when: "open" | "closed" | "both"; isActive: boolean }
  | { by: "action"; id: string; name: string }
  | { by: "knownCaller"; id: string; name: string };

const order: Record<ActionUse["by"], number> = { configuration: 0, knownCaller: 1, action: 2 };

/** Everything that uses an action, in the order of the names: configurations first, then known callers. An action that leads to itself is no use. */
export async function listActionUses(db: Database, id: string): Promise<ActionUse[]> {
  const isOpen = sql<boolean>`${configurations.openActionId} = ${id}`;
  const isClosed = sql<boolean>`${configurations.closedActionId} = ${id}`;
  const rows = await unionAll(
    db
      .select({
        by: sql<ActionUse["by"]>`'configuration'`.as("used_by"),
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
        by: sql<ActionUse["by"]>`'action'`.as("used_by"),
        id: actions.id,
        name: actions.name,
        isOpen: sql<boolean>`false`.as("is_open"),
        isClosed: sql<boolean>`false`.as("is_closed"),
        isActive: sql<boolean>`false`.as("is_active"),
      })
      .from(actionTargets)
      .innerJoin(actions, eq(actions.id, actionTargets.actionId))
      .where(sql`${actionTargets.targetActionId} = ${id} and ${actions.id} <> ${id}`),
    db
      .select({
        by: sql<ActionUse["by"]>`'knownCaller'`.as("used_by"),
        id: knownCallers.id,
        name: knownCallers.name,
        isOpen: sql<boolean>`false`.as("is_open"),
        isClosed: sql<boolean>`false`.as("is_closed"),
        isActive: sql<boolean>`false`.as("is_active"),
      })
      .from(knownCallers)
      .where(eq(knownCallers.actionId, id)),
  );
  return rows
    .map(
      (row): ActionUse =>
        row.by !== "configuration"
          ? { by: row.by, id: row.id, name: row.name }
          : {
              by: "configuration",
              id: row.id,
              name: row.name,
              when: row.isOpen && row.isClosed ? "both" : row.isOpen ? "open" : "closed",
              isActive: row.isActive,
            },
    )
    .toSorted((one, other) => order[one.by] - order[other.by] || one.name.localeCompare(other.name, "en"));
}
