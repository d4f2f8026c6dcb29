import { asc, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { people } from "@/db/schema";

/** Extensions that begin with one of these keys, with whose they are: a few of them, in their order. */
export async function listExtensionsBeginningWith(
  db: Database,
  { keys, limit }: { keys: readonly string[]; limit: number },
): Promise<{ extension: string; name: string }[]> {
  return db
    .select({ extension: sql<string>`${people.extension}`, name: people.name })
    .from(people)
    .where(sql`left(${people.extension}, 1) = any(${`{${keys.map((key) => `"${key}"`).join(",")}}`}::text[])`)
    .orderBy(asc(people.extension))
    .limit(limit);
}
