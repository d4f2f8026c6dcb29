import { and, eq, inArray, not, or, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { callEvents, outgoingCalls } from "@/db/schema";
import { type CallBackState, overStatuses } from "@/lib/call/call-back";
import { storyKey } from "./start-outgoing-call";

/** What is known of a call back after a report, for its story. */
export interface ReportedCall extends CallBackState {
  id: string;
  madeByName: string;
  /** Null when the call that is returned has been deleted meanwhile. */
  callSid: string | null;
}

const reported = {
  id: outgoingCalls.id,
  madeByName: outgoingCalls.madeByName,
  callSid: outgoingCalls.callSid,
  status: outgoingCalls.status,
  dialStatus: outgoingCalls.dialStatus,
  durationSeconds: outgoingCalls.durationSeconds,
  failure: outgoingCalls.failure,
};

/** How the staff user's phone stands, by Twilio. Reports come in any order, and none comes after the end. */
export async function recordOwnStatus(
  db: Database,
  { id, status, at }: { id: string; status: string; at: Temporal.Instant },
): Promise<ReportedCall | null> {
  const isEnd = overStatuses.includes(status);
  const [row] = await db
    .update(outgoingCalls)
    // Whatever was thought before: a call of which Twilio reports was placed.
    .set({ status, failure: null, endedAt: isEnd ? new Date(at.epochMilliseconds) : null })
    .where(and(eq(outgoingCalls.id, id), not(inArray(outgoingCalls.status, overStatuses))))
    .returning(reported);
  return row ?? null;
}

/** How the other side stands: "ringing", "in-progress", or how its ringing or talk has ended, which stands for good. */
export async function recordDialStatus(
  db: Database,
  { id, status, durationSeconds = null }: { id: string; status: string; durationSeconds?: number | null },
): Promise<ReportedCall | null> {
  const isOpen = sql`${outgoingCalls.dialStatus} is null`;
  const [row] = await db
    .update(outgoingCalls)
    .set({ dialStatus: status, ...(durationSeconds !== null && { durationSeconds }) })
    .where(and(eq(outgoingCalls.id, id), or(isOpen, not(inArray(outgoingCalls.dialStatus, overStatuses)))))
    .returning(reported);
  return row ?? null;
}

/** Twilio has taken the call on. */
export async function recordPlaced(
  db: Database,
  { id, twilioSid }: { id: string; twilioSid: string },
): Promise<void> {
  await db.update(outgoingCalls).set({ twilioSid }).where(eq(outgoingCalls.id, id));
}

/** Twilio has not taken the call on, or nobody knows. */
export async function recordRefusal(
  db: Database,
  { id, failure, at }: { id: string; failure: string; at: Temporal.Instant },
): Promise<ReportedCall | null> {
  const [row] = await db
    .update(outgoingCalls)
    .set({ failure, endedAt: new Date(at.epochMilliseconds) })
    .where(eq(outgoingCalls.id, id))
    .returning(reported);
  return row ?? null;
}

/** Tells in the story of the call that is returned what has become of a call back. */
export async function tellCallBack(
  db: Database,
  { id, callSid }: Pick<ReportedCall, "id" | "callSid">,
  words: string,
): Promise<void> {
  if (callSid === null) return;
  await db
    .update(callEvents)
    .set({ words })
    .where(and(eq(callEvents.callSid, callSid), eq(callEvents.stepKey, storyKey(id))));
}
