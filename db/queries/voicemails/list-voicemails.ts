import { eq, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { calls, phoneNumbers, voicemails } from "@/db/schema";

export interface ListedVoicemail {
  id: string;
  /** As Twilio sent it: E.164, or "anonymous", or an address. */
  from: string;
  fromName: string | null;
  /** The work number that was called, E.164. */
  to: string;
  /** What the number is called now; null when it is none of ours any more. */
  lineName: string | null;
  leftAt: Temporal.Instant;
  durationSeconds: number;
  isHeard: boolean;
}

/** The last voicemail of a page: newest first, by id where two were left in the same millisecond. */
export interface VoicemailCursor {
  leftAt: Temporal.Instant;
  id: string;
}

export interface ListedVoicemails {
  voicemails: ListedVoicemail[];
  /** Where the next, older page begins; null on the last one. */
  next: VoicemailCursor | null;
}

export async function listVoicemails(
  db: Database,
  { before, limit }: { before: VoicemailCursor | null; limit: number },
): Promise<ListedVoicemails> {
  const rows = await db
    .select({
      id: voicemails.id,
      from: calls.fromNumber,
      fromName: calls.fromName,
      to: calls.toNumber,
      lineName: phoneNumbers.friendlyName,
      leftAt: voicemails.leftAt,
      durationSeconds: voicemails.durationSeconds,
      isHeard: sql<boolean>`${voicemails.heardAt} is not null`,
    })
    .from(voicemails)
    .innerJoin(calls, eq(calls.sid, voicemails.callSid))
    .leftJoin(phoneNumbers, eq(phoneNumbers.number, calls.toNumber))
    .where(
      before
        ? sql`(${voicemails.leftAt}, ${voicemails.id}) < (${before.leftAt.toString()}::timestamptz, ${before.id}::uuid)`
        : undefined,
    )
    // "nulls last", though there are none, is what the index says.
    .orderBy(sql`${voicemails.leftAt} desc nulls last`, sql`${voicemails.id} desc nulls last`)
    .limit(limit + 1);

  const page = rows.slice(0, limit).map((row) => ({
    ...row,
    leftAt: Temporal.Instant.fromEpochMilliseconds(row.leftAt.getTime()),
  }));
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { voicemails: page, next: last ? { leftAt: last.leftAt, id: last.id } : null };
}
