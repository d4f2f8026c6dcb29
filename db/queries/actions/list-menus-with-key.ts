import { and, asc, eq, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actionParameters, actions, actionTargets, templateParameters } from "@/db/schema";
import { takesExtensionsKey } from "@/lib/call/menu";
import { operatorKey } from "@/lib/call/prompt";

/** The menus that take extensions and have this key themselves, so that no extension can begin with it. */
export function listMenusWithKey(db: Database, key: string): Promise<{ id: string; name: string }[]> {
  const isOperator = key === "0" ? eq(templateParameters.key, operatorKey) : sql`false`;
  return db
    .select({ id: actions.id, name: actions.name })
    .from(actions)
    .where(
      and(
        sql`exists (
          select from ${actionParameters}
          join ${templateParameters} on ${templateParameters.id} = ${actionParameters.parameterId}
          where ${actionParameters.actionId} = ${actions.id}
            and ${templateParameters.key} = ${takesExtensionsKey} and ${actionParameters.value} = 'true'::jsonb
        )`,
        sql`exists (
          select from ${actionTargets}
          join ${templateParameters} on ${templateParameters.id} = ${actionTargets.parameterId}
          where ${actionTargets.actionId} = ${actions.id} and ${or(eq(actionTargets.menuKey, key), isOperator)}
        )`,
      ),
    )
    .orderBy(asc(sql`lower(${actions.name})`));
}
