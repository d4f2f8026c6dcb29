import { asc, desc, eq, ilike, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actions, actionTargets, configurations, knownCallers, templates } from "@/db/schema";
import { counted, totalOfAll } from "../lists/counted";
import { anywhere, firstRow, type Listed, type ListRequest, rowsPerPage } from "../lists/list-request";

export const actionSorts = ["name", "template", "changed"] as const;
export type ActionSort = (typeof actionSorts)[number];

export interface ListedAction {
  id: string;
  name: string;
  templateName: string;
  templateBuiltInKey: string | null;
  /** Configurations and other actions that use it. */
  uses: number;
  updatedAt: Date;
}

const order = {
  name: sql`lower(${actions.name})`,
  template: sql`lower(${templates.name})`,
  changed: actions.updatedAt,
};

/** One page of the actions whose name, or whose template's name, holds what is searched for; in one statement. */
export async function listActions(
  db: Database,
  request: ListRequest<ActionSort>,
): Promise<Listed<ListedAction>> {
  const { search, sort, isDescending } = request;
  const uses = sql<number>`((
    select count(*) from ${configurations}
    where ${configurations.openActionId} = ${actions.id} or ${configurations.closedActionId} = ${actions.id}
  ) + (
    select count(distinct ${actionTargets.actionId}) from ${actionTargets}
    where ${actionTargets.targetActionId} = ${actions.id} and ${actionTargets.actionId} <> ${actions.id}
  ) + (
    select count(*) from ${knownCallers} where ${knownCallers.actionId} = ${actions.id}
  ))::int`;
  const found = search
    ? or(ilike(actions.name, anywhere(search)), ilike(templates.name, anywhere(search)))
    : undefined;
  const rows = await db
    .select({
      id: actions.id,
      name: actions.name,
      templateName: templates.name,
      templateBuiltInKey: templates.builtInKey,
      uses,
      updatedAt: actions.updatedAt,
      total: totalOfAll,
    })
    .from(actions)
    .innerJoin(templates, eq(templates.id, actions.templateId))
    .where(found)
    .orderBy(isDescending ? desc(order[sort]) : asc(order[sort]), order.name, actions.id)
    .limit(rowsPerPage)
    .offset(firstRow(request));
  return counted(rows);
}
