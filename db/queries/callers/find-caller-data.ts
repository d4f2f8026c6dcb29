import { asc, eq, inArray } from "drizzle-orm";
import type { Database } from "@/db/client";
import {
  blockedCallers,
  callEvents,
  calls,
  knownCallers,
  outgoingCalls,
  textBacks,
  voicemailNotices,
  voicemails,
} from "@/db/schema";

/** Everything that is kept about whoever calls from a number: E.164, or a SIP address. In one request. */
export async function findCallerData(db: Database, number: string) {
  const theirs = db.select({ sid: calls.sid }).from(calls).where(eq(calls.fromNumber, number));
  const left = db.select({ id: voicemails.id }).from(voicemails).where(inArray(voicemails.callSid, theirs));
  const [made, events, messages, notices, known, blocked, texts, callBacks] = await db.batch([
    db
      .select()
      .from(calls)
      .where(eq(calls.fromNumber, number))
      .orderBy(asc(calls.receivedAt), asc(calls.sid)),
    db
      .select()
      .from(callEvents)
      .where(inArray(callEvents.callSid, theirs))
      .orderBy(asc(callEvents.at), asc(callEvents.id)),
    db.select().from(voicemails).where(inArray(voicemails.callSid, theirs)).orderBy(asc(voicemails.leftAt)),
    db.select().from(voicemailNotices).where(inArray(voicemailNotices.voicemailId, left)),
    db.select().from(knownCallers).where(eq(knownCallers.number, number)),
    db.select().from(blockedCallers).where(eq(blockedCallers.number, number)),
    db.select().from(textBacks).where(eq(textBacks.number, number)).orderBy(asc(textBacks.day)),
    db
      .select()
      .from(outgoingCalls)
      .where(eq(outgoingCalls.toNumber, number))
      .orderBy(asc(outgoingCalls.createdAt)),
  ]);
  return {
    calls: made.map((call) => ({ ...call, steps: events.filter(({ callSid }) => callSid === call.sid) })),
    voicemails: messages.map((message) => ({
      ...message,
      notices: notices.filter(({ voicemailId }) => voicemailId === message.id),
    })),
    knownCaller: known[0] ?? null,
    blockedCaller: blocked[0] ?? null,
    texts,
    callBacks,
  };
}

export type CallerData = Awaited<ReturnType<typeof findCallerData>>;

/** Twilio's sids of the recordings of somebody: their messages, and the names that they were asked to say. */
export function recordingsOf({ calls: made, voicemails: left }: CallerData): string[] {
  const names = made.flatMap(({ spokenNameUrl }) => spokenNameUrl?.match(/\bRE[0-9a-f]{32}\b/)?.[0] ?? []);
  return [...new Set([...left.map(({ recordingSid }) => recordingSid), ...names])];
}
