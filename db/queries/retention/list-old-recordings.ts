import { and, isNotNull, lt, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { calls, phoneRecordings, voicemails } from "@/db/schema";

/** A recording that Twilio keeps, of a voicemail, of a caller's spoken name or of a greeting. */
export interface OldRecording {
  /** Of the voicemail or the call that records a greeting, or the CallSid. */
  id: string;
  /** Null for an address that names none: there is nothing to delete then. */
  recordingSid: string | null;
  at: Temporal.Instant;
}

export interface OldRequest {
  before: Temporal.Instant;
  /** The last one that was looked at: one that could not be deleted does not keep the others back. */
  after: Pick<OldRecording, "id" | "at"> | null;
  limit: number;
}

/** The oldest voicemails that were left before an instant. */
export async function listOldVoicemails(
  db: Database,
  { before, after, limit }: OldRequest,
): Promise<OldRecording[]> {
  const rows = await db
    .select({ id: voicemails.id, recordingSid: voicemails.recordingSid, at: voicemails.leftAt })
    .from(voicemails)
    .where(
      and(
        lt(voicemails.leftAt, dateOf(before)),
        after ? isAfter(voicemails.leftAt, voicemails.id, after) : undefined,
      ),
    )
    .orderBy(...oldestFirst(voicemails.leftAt, voicemails.id))
    .limit(limit);
  return rows.map(({ at, ...row }) => ({ ...row, at: instantOf(at) }));
}

/** The oldest calls before an instant on which the caller was asked to say a name. */
export async function listOldSpokenNames(
  db: Database,
  { before, after, limit }: OldRequest,
): Promise<OldRecording[]> {
  const rows = await db
    .select({ id: calls.sid, url: calls.spokenNameUrl, at: calls.receivedAt })
    .from(calls)
    .where(
      and(
        isNotNull(calls.spokenNameUrl),
        lt(calls.receivedAt, dateOf(before)),
        after ? isAfter(calls.receivedAt, calls.sid, after) : undefined,
      ),
    )
    .orderBy(calls.receivedAt, calls.sid)
    .limit(limit);
  return rows.map(({ id, url, at }) => ({
    id,
    recordingSid: /RE[0-9a-f]{32}/.exec(url ?? "")?.[0] ?? null,
    at: instantOf(at),
  }));
}

/** Recordings of greetings that are still at Twilio, though their sound is here, or nobody has a use for it. */
export async function listGreetingsAtTwilio(
  db: Database,
  { before, after, limit }: OldRequest,
): Promise<OldRecording[]> {
  const { id, recordingSid, createdAt } = phoneRecordings;
  const rows = await db
    .select({ id, recordingSid, at: createdAt })
    .from(phoneRecordings)
    .where(
      and(
        isNotNull(recordingSid),
        lt(createdAt, dateOf(before)),
        after ? isAfter(createdAt, id, after) : undefined,
      ),
    )
    .orderBy(createdAt, id)
    .limit(limit);
  return rows.map(({ at, ...row }) => ({ ...row, at: instantOf(at) }));
}

const dateOf = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds);
const instantOf = (date: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(date.getTime());

const isAfter = (time: PgColumn, key: PgColumn, { at, id }: Pick<OldRecording, "id" | "at">): SQL =>
  sql`(${time}, ${key}) > (${at.toString()}::timestamptz, ${id})`;

/** The nulls, though there are none, are where the index has them when it is read from its end. */
const oldestFirst = (time: PgColumn, key: PgColumn): SQL[] => [
  sql`${time} asc nulls first`,
  sql`${key} asc nulls first`,
];
