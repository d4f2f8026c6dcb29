import { asc, desc, ilike, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { counted, totalOfAll } from "@/db/queries/lists/counted";
import {
  anywhere,
  firstRow,
  type Listed,
  type ListRequest,
  rowsPerPage,
} from "@/db/queries/lists/list-request";
import { actions, templates } from "@/db/schema";

export const templateSorts = ["name", "kind", "uses"] as const;

export interface ListedTemplate {
  id: string;
  name: string;
  description: string;
  /** Ships with the app. */
  isBuiltIn: boolean;
  /** How many actions are made of it. */
  actionCount: number;
}

const name = sql`lower(${templates.name})`;
const isBuiltIn = sql<boolean>`(${templates.builtInKey} is not null)`;
const countOfActions = sql`(
  select count(*)::int from ${actions} where ${actions.templateId} = ${templates.id}
)`;
/** One deeper than it looks needed: at the top Drizzle would write the columns of both tables without their table. */
const actionCount = sql<number>`${countOfActions}`;

/** Found by a part of the name or of the description. */
export async function listTemplates(
  db: Database,
  request: ListRequest<(typeof templateSorts)[number]>,
): Promise<Listed<ListedTemplate>> {
  const { search, sort, isDescending } = request;
  const order = isDescending ? desc : asc;
  // The number of uses is counted once, and sorted by its name: in an ORDER BY it would be counted again.
  const by = { name, kind: isBuiltIn, uses: sql`action_count` }[sort];
  const rows = await db
    .select({
      id: templates.id,
      name: templates.name,
      description: templates.description,
      isBuiltIn,
      actionCount: actionCount.as("action_count"),
      total: totalOfAll,
    })
    .from(templates)
    .where(
      search
        ? or(ilike(templates.name, anywhere(search)), ilike(templates.description, anywhere(search)))
        : undefined,
    )
    .orderBy(order(by), name, templates.id)
    .limit(rowsPerPage)
    .offset(firstRow(request));
  return counted(rows);
}
