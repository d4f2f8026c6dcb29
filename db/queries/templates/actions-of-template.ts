import { eq, type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Database } from "@/db/client";
import { type ActionJson, actionFromJson } from "@/db/queries/call-path/action-from-json";
import { actionsAsJson } from "@/db/queries/call-path/action-json";
import { refuseUnless } from "@/db/queries/writes/refuse-unless";
import { actions } from "@/db/schema";
import type { CallAction } from "@/lib/call/setup";

export interface ActionsOfTemplate {
  actions: CallAction[];
  /** Differs when any of them has been saved, made or deleted since. */
  state: string;
}

const stateOf = (templateId: string): SQL<string> => sql<string>`(
  select count(*) || ' ' || coalesce(sum(${actions.version}), 0) || ' ' || coalesce(max(${actions.updatedAt})::text, '')
  from ${actions} where ${actions.templateId} = ${templateId}
)`;

/** Every action that is made of a template with all that rendering it needs, as the webhook looks it up. */
export async function listActionsOfTemplate(db: Database, templateId: string): Promise<ActionsOfTemplate> {
  const { rows } = await db.execute<{ found: ActionJson[] | null; state: string }>(
    sql`select ${actionsAsJson(eq(actions.templateId, templateId), sql`current_date`)} as found, ${stateOf(templateId)} as state`,
  );
  const [row] = rows;
  return { actions: (row?.found ?? []).map(actionFromJson), state: row?.state ?? "" };
}

/** The refusal of `refuseIfActionsChanged`. */
export const actionsChanged = "actions_of_template_changed";

/** Ends a batch when an action of the template is not as it was when it was looked at. */
export const refuseIfActionsChanged = (db: Database, templateId: string, state: string): BatchItem<"pg"> =>
  refuseUnless(db, sql`${stateOf(templateId)} = ${state}`, actionsChanged);
