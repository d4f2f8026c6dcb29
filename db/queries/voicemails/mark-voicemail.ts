import { eq, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { voicemails } from "@/db/schema";

/** The first time that it is marked counts, and who did. Answers whether there still is such a voicemail. */
export async function markVoicemailHeard(
  db: Database,
  { id, by, at }: { id: string; by: { id: string; name: string }; at: Temporal.Instant },
): Promise<boolean> {
  const unlessHeard = (column: PgColumn, value: SQL) =>
    sql`case when ${voicemails.heardAt} is null then ${value} else ${column} end`;
  const marked = await db
    .update(voicemails)
    .set({
      heardAt: sql`coalesce(${voicemails.heardAt}, ${at.toString()}::timestamptz)`,
      heardById: unlessHeard(voicemails.heardById, sql`${by.id}::uuid`),
      heardByName: unlessHeard(voicemails.heardByName, sql`${by.name}::text`),
    })
    .where(eq(voicemails.id, id))
    .returning({ id: voicemails.id });
  return marked.length > 0;
}

/** Answers whether there still is such a voicemail. */
export async function markVoicemailNew(db: Database, id: string): Promise<boolean> {
  const marked = await db
    .update(voicemails)
    .set({ heardAt: null, heardById: null, heardByName: null })
    .where(eq(voicemails.id, id))
    .returning({ id: voicemails.id });
  return marked.length > 0;
}
