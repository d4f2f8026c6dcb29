import { eq, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { calls, voicemails } from "@/db/schema";

/** The oldest call that was looked at last. */
export interface CallPlace {
  sid: string;
  at: Temporal.Instant;
}

export interface DeletedCalls {
  deleted: number;
  /** Where the next part begins; null when there is none. */
  next: CallPlace | null;
}

interface DeletedJson {
  deleted: number;
  looked: number;
  sid: string | null;
  at: number | null;
}

/**
 * Deletes a part of the calls before an instant, the oldest first, with all of their steps. A call stays as long as a
 * voicemail was left on it that is still there, or Twilio keeps a name that was said.
 */
export async function deleteOldCalls(
  db: Database,
  { before, after, limit }: { before: Temporal.Instant; after: CallPlace | null; limit: number },
): Promise<DeletedCalls> {
  const isAfter = after
    ? sql`and (${calls.receivedAt}, ${calls.sid}) > (${after.at.toString()}::timestamptz, ${after.sid})`
    : sql``;
  const { rows } = await db.execute<{ result: DeletedJson }>(sql`
    with old as (
      select sid, received_at,
        spoken_name_url is null and not exists (
          select from ${voicemails} where ${voicemails.callSid} = ${calls.sid}
        ) as may_go
      from ${calls} where ${calls.receivedAt} < ${before.toString()}::timestamptz ${isAfter}
      order by received_at asc nulls first, sid asc nulls first limit ${limit}
    ), gone as (
      delete from ${calls} using old where ${calls.sid} = old.sid and old.may_go returning ${calls.sid}
    ), last as (
      select sid, (extract(epoch from received_at) * 1000)::bigint as at from old order by received_at desc, sid desc limit 1
    )
    select json_build_object(
      'deleted', (select count(*) from gone), 'looked', (select count(*) from old),
      'sid', (select sid from last), 'at', (select at from last)
    ) as result
  `);
  const result = rows[0]?.result;
  if (!result) throw new Error("A select without a condition answered no row.");
  const { deleted, looked, sid, at } = result;
  const isWhole = looked < limit || sid === null || at === null;
  return { deleted, next: isWhole ? null : { sid, at: Temporal.Instant.fromEpochMilliseconds(at) } };
}

/** Twilio has deleted the recording of what the caller said. */
export async function forgetSpokenName(db: Database, callSid: string): Promise<void> {
  await db.update(calls).set({ spokenNameUrl: null }).where(eq(calls.sid, callSid));
}
