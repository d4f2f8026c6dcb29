import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { voicemails } from "@/db/schema";

/** Twilio's RecordingSid of a voicemail, or null when there is no such voicemail. */
export async function findRecordingSid(db: Database, voicemailId: string): Promise<string | null> {
  const [found] = await db
    .select({ recordingSid: voicemails.recordingSid })
    .from(voicemails)
    .where(eq(voicemails.id, voicemailId));
  return found?.recordingSid ?? null;
}

export const isVoicemailKept = async (db: Database, recordingSid: string): Promise<boolean> =>
  (await db.$count(voicemails, eq(voicemails.recordingSid, recordingSid))) > 0;
