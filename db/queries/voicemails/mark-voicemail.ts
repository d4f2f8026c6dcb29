import { eq, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { voicemails } from "@/db/schema";

/** The first time that it is marked counts. Answers whether there still is such a voicemail. */
export async function markVoicemailHeard(
  db: Database,
  { id, at }: { id: string; at: Temporal.Instant },
): Promise<boolean> {
  const marked = await db
    .update(voicemails)
    .set({ heardAt: sql`coalesce(${voicemails.heardAt}, ${at.toString()}::timestamptz)` })
    .where(eq(voicemails.id, id))
    .returning({ id: voicemails.id });
  return marked.length > 0;
}

/** Answers whether there still is such a voicemail. */
export async function markVoicemailNew(db: Database, id: string): Promise<boolean> {
  const marked = await db
    .update(voicemails)
    .set({ heardAt: null })
    .where(eq(voicemails.id, id))
    .returning({ id: voicemails.id });
  return marked.length > 0;
}
