import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { phoneRecordings, sounds } from "@/db/schema";

/** How a call that records a greeting stands. */
export interface PhoneRecording {
  /** "recorded" without a sound: Twilio has it, and we are fetching it. */
  status: "ringing" | "recorded" | "failed";
  /** In words, where it has failed. */
  failure: string | null;
  sound: { id: string; durationSeconds: number } | null;
}

/** For whoever asked for it alone; null when there is none. */
export async function findPhoneRecording(
  db: Database,
  { id, madeById }: { id: string; madeById: string },
): Promise<PhoneRecording | null> {
  const [found] = await db
    .select({
      status: phoneRecordings.status,
      failure: phoneRecordings.failure,
      sound: { id: sounds.id, durationSeconds: sounds.durationSeconds },
    })
    .from(phoneRecordings)
    .leftJoin(sounds, eq(sounds.id, phoneRecordings.soundId))
    .where(and(eq(phoneRecordings.id, id), eq(phoneRecordings.madeById, madeById)));
  return found ?? null;
}

/** Who asked for a recording that is still without its sound; null when there is none, or it has one. */
export async function findAwaitedRecording(db: Database, id: string): Promise<{ madeById: string } | null> {
  const [found] = await db
    .select({ madeById: phoneRecordings.madeById })
    .from(phoneRecordings)
    .where(and(eq(phoneRecordings.id, id), isNull(phoneRecordings.soundId)));
  return found ?? null;
}

/** The statement that writes down that somebody's phone is about to be rung, under an id that their form has made up. */
export const startPhoneRecording = (
  db: Database,
  recording: { id: string; madeById: string; number: string },
) => db.insert(phoneRecordings).values(recording);

/** Something was recorded, whatever was thought before: Twilio's reports come in any order. */
export async function markPhoneRecorded(db: Database, id: string): Promise<void> {
  await db
    .update(phoneRecordings)
    .set({ status: "recorded", failure: null })
    .where(and(eq(phoneRecordings.id, id), isNull(phoneRecordings.soundId)));
}

/** @param recordingSid Twilio's own recording, which is to be deleted there now that the sound is here. */
export async function finishPhoneRecording(
  db: Database,
  { id, ...found }: { id: string; soundId: string; recordingSid: string },
): Promise<void> {
  await db
    .update(phoneRecordings)
    .set({ status: "recorded", failure: null, ...found })
    .where(eq(phoneRecordings.id, id));
}

/** Whether what became of a recording is known here, so that Twilio's own is of no more use. */
export async function isRecordingToDelete(
  db: Database,
  { id, recordingSid }: { id: string; recordingSid: string },
): Promise<boolean> {
  const [found] = await db
    .select({ id: phoneRecordings.id })
    .from(phoneRecordings)
    .where(and(eq(phoneRecordings.id, id), eq(phoneRecordings.recordingSid, recordingSid)));
  return found !== undefined;
}

/** Twilio has the recording no longer. Answers whether it was still known of. */
export async function forgetRecordingAtTwilio(db: Database, id: string): Promise<boolean> {
  const forgotten = await db
    .update(phoneRecordings)
    .set({ recordingSid: null })
    .where(and(eq(phoneRecordings.id, id), isNotNull(phoneRecordings.recordingSid)))
    .returning({ id: phoneRecordings.id });
  return forgotten.length > 0;
}

/**
 * Nothing came of it.
 *
 * @param recordingSid Twilio's recording, where there is one: nobody has a use for it.
 * @param whileRinging leaves alone what has been recorded already: the end of the call alone says nothing of that.
 */
export async function failPhoneRecording(
  db: Database,
  {
    id,
    failure,
    recordingSid,
    whileRinging = false,
  }: { id: string; failure: string; recordingSid?: string; whileRinging?: boolean },
): Promise<void> {
  await db
    .update(phoneRecordings)
    .set({ status: "failed", failure, ...(recordingSid !== undefined && { recordingSid }) })
    .where(
      and(
        eq(phoneRecordings.id, id),
        isNull(phoneRecordings.soundId),
        whileRinging ? eq(phoneRecordings.status, "ringing") : undefined,
      ),
    );
}
