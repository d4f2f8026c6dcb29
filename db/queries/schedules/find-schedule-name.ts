import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { schedules } from "@/db/schema";

/** What a schedule is called; null when there is none of this id. */
export async function findScheduleName(db: Database, id: string): Promise<string | null> {
  const [found] = await db.select({ name: schedules.name }).from(schedules).where(eq(schedules.id, id));
  return found?.name ?? null;
}
