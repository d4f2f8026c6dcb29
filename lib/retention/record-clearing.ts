import type { Database } from "@/db/client";
import { recordActivity } from "@/db/queries/activity/record-activity";
import { getFirm } from "@/db/queries/firm/get-firm";
import { clearing } from "@/db/queries/retention/retention";
import type { Cleared } from "./clear-old";
import { clearedInWords } from "./cleared-in-words";

/** Puts a night's clearing on record, where something is kept for a time: that it ran counts as much as what it did. */
export async function recordClearing(db: Database, cleared: Cleared): Promise<void> {
  const { keepsCallsDays, keepsVoicemailsDays } = cleared.retention;
  if (keepsCallsDays === null && keepsVoicemailsDays === null) return;
  const { name } = await getFirm(db);
  for (const statement of recordActivity(db, {
    ...clearing,
    staff: null,
    subjectName: name,
    before: null,
    after: clearedInWords(cleared),
  })) {
    await statement;
  }
}
