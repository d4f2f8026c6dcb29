import { asc, eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { people, voicemailNotices } from "@/db/schema";

/** What became of one notice of a message. */
export interface ListedNotice {
  channel: "email" | "text";
  address: string;
  /** Null for a bare number, and for somebody who has been deleted. */
  personName: string | null;
  attempts: number;
  /** Null while it is being sent, and once it is over: sent, given up, or nobody knows. */
  nextAttemptAt: Temporal.Instant | null;
  /** When it was last handed over; null where that is known to have failed. */
  begunAt: Temporal.Instant | null;
  sentAt: Temporal.Instant | null;
  failure: string | null;
  /** What the carrier made of a text; null while nobody has told. */
  delivery: "delivered" | "undelivered" | null;
  deliveryErrorCode: number | null;
}

const instantOf = (date: Date | null) => date && Temporal.Instant.fromEpochMilliseconds(date.getTime());

export async function listNotices(db: Database, voicemailId: string): Promise<ListedNotice[]> {
  const rows = await db
    .select({
      channel: voicemailNotices.channel,
      address: voicemailNotices.address,
      personName: people.name,
      attempts: voicemailNotices.attempts,
      nextAttemptAt: voicemailNotices.nextAttemptAt,
      begunAt: voicemailNotices.begunAt,
      sentAt: voicemailNotices.sentAt,
      failure: voicemailNotices.failure,
      delivery: voicemailNotices.delivery,
      deliveryErrorCode: voicemailNotices.deliveryErrorCode,
    })
    .from(voicemailNotices)
    .leftJoin(people, eq(people.id, voicemailNotices.personId))
    .where(eq(voicemailNotices.voicemailId, voicemailId))
    .orderBy(asc(voicemailNotices.channel), asc(people.name), asc(voicemailNotices.address));
  return rows.map((row) => ({
    ...row,
    nextAttemptAt: instantOf(row.nextAttemptAt),
    begunAt: instantOf(row.begunAt),
    sentAt: instantOf(row.sentAt),
  }));
}
