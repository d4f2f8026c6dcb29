import { and, eq, ne } from "drizzle-orm";
import type { Database } from "@/db/client";
import { people } from "@/db/schema";

/** Who else has an extension; null when it is free for this person. */
export async function findPersonWithExtension(
  db: Database,
  { extension, otherThan }: { extension: string; otherThan: string },
): Promise<{ id: string; name: string } | null> {
  const [found] = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.extension, extension), ne(people.id, otherThan)));
  return found ?? null;
}
