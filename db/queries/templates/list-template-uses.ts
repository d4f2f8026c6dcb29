import { asc, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { totalOfAll } from "@/db/queries/lists/counted";
import { actions } from "@/db/schema";

export interface TemplateUses {
  /** In the order of their names; the first of them where there are very many. */
  actions: { id: string; name: string }[];
  total: number;
}

const mostNamed = 50;

/** The actions that are made of a template. */
export async function listTemplateUses(db: Database, templateId: string): Promise<TemplateUses> {
  const rows = await db
    .select({ id: actions.id, name: actions.name, total: totalOfAll })
    .from(actions)
    .where(eq(actions.templateId, templateId))
    .orderBy(asc(sql`lower(${actions.name})`), actions.id)
    .limit(mostNamed);
  return { actions: rows.map(({ id, name }) => ({ id, name })), total: rows[0]?.total ?? 0 };
}
