import { and, eq, isNull, lt } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import {
  outgoingCalls,
  passwordResetTokens,
  phoneRecordings,
  signInAttempts,
  textBacks,
  voicemails,
} from "@/db/schema";

const dateOf = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds);

/** Answers whether it was still there. */
export async function deleteVoicemail(db: Database, id: string): Promise<boolean> {
  const deleted = await db.delete(voicemails).where(eq(voicemails.id, id)).returning({ id: voicemails.id });
  return deleted.length > 0;
}

/** What speaks of callers as the log of calls does: calls back to them, and texts. */
export async function deleteOldTraces(db: Database, before: Temporal.Instant): Promise<void> {
  await db.batch([
    db.delete(outgoingCalls).where(lt(outgoingCalls.createdAt, dateOf(before))),
    db.delete(textBacks).where(lt(textBacks.createdAt, dateOf(before))),
  ]);
}

/** As long as an address is remembered as one where an account has signed in. */
const attemptDays = 90;
/** Then whoever made one has long seen what became of it. */
const phoneRecordingDays = 30;

/** What nothing asks for any more, whatever the firm wants to keep. */
export async function deleteExpired(db: Database, at: Temporal.Instant): Promise<void> {
  const daysAgo = (days: number) => dateOf(at.subtract({ hours: days * 24 }));
  await db.batch([
    db.delete(signInAttempts).where(lt(signInAttempts.at, daysAgo(attemptDays))),
    db.delete(passwordResetTokens).where(lt(passwordResetTokens.expiresAt, daysAgo(1))),
    // One that is still at Twilio is known nowhere else.
    db
      .delete(phoneRecordings)
      .where(
        and(lt(phoneRecordings.createdAt, daysAgo(phoneRecordingDays)), isNull(phoneRecordings.recordingSid)),
      ),
  ]);
}
