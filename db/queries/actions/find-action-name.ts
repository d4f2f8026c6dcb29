import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actions } from "@/db/schema";

/** What an action is called; null when there is none of this id. */
export async function findActionName(db: Database, id: string): Promise<string | null> {
  const [found] = await db.select({ name: actions.name }).from(actions).where(eq(actions.id, id));
  return found?.name ?? null;
}
