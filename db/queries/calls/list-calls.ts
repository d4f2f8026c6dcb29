import { and, eq, ilike, or, type SQL, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { anywhere } from "@/db/queries/lists/list-request";
import { calls, phoneNumbers } from "@/db/schema";
import { type CallResult, callResult, hasResult, takenBy } from "./call-result";

export interface ListedCall {
  /** Twilio's CallSid. */
  sid: string;
  /** As Twilio sent it: E.164, or "anonymous", or an address. */
  from: string;
  fromName: string | null;
  /** The work number that was called, E.164. */
  to: string;
  /** What the number is called now; null when it is none of ours any more. */
  lineName: string | null;
  receivedAt: Temporal.Instant;
  reason: string;
  actionName: string | null;
  result: CallResult;
  takenBy: string | null;
  /** Twilio's CallStatus as last reported; null when none has arrived. */
  status: string | null;
  durationSeconds: number | null;
  isDegraded: boolean;
}

/** Which calls a page shows. Null leaves a filter out. */
export interface CallFilter {
  /** In the caller's number or name, the reason, or the action's name. */
  words: string;
  /** The work number that was called, E.164. */
  to: string | null;
  result: CallResult | null;
  from: Temporal.Instant | null;
  until: Temporal.Instant | null;
}

/** The last call of a page: newest first, by sid where two came in at the same millisecond. */
export interface CallCursor {
  receivedAt: Temporal.Instant;
  sid: string;
}

/** A page of the log in one statement, by the index over its time: as quick at its end as at its beginning. */
export async function listCalls(
  db: Database,
  { filter, before, limit }: { filter: CallFilter; before: CallCursor | null; limit: number },
): Promise<{ calls: ListedCall[]; next: CallCursor | null }> {
  const rows = await db
    .select({
      sid: calls.sid,
      from: calls.fromNumber,
      fromName: calls.fromName,
      to: calls.toNumber,
      lineName: phoneNumbers.friendlyName,
      receivedAt: calls.receivedAt,
      reason: calls.reason,
      actionName: calls.actionName,
      result: callResult,
      takenBy,
      status: calls.status,
      durationSeconds: calls.durationSeconds,
      isDegraded: sql<boolean>`${calls.degradedTo} is not null`,
    })
    .from(calls)
    .leftJoin(phoneNumbers, eq(phoneNumbers.number, calls.toNumber))
    .where(and(...conditions(filter), before ? isBefore(before) : undefined))
    // "nulls last", though there are none, is what the index says.
    .orderBy(sql`${calls.receivedAt} desc nulls last`, sql`${calls.sid} desc nulls last`)
    .limit(limit + 1);

  const page = rows.slice(0, limit).map((row) => ({
    ...row,
    receivedAt: Temporal.Instant.fromEpochMilliseconds(row.receivedAt.getTime()),
  }));
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { calls: page, next: last ? { receivedAt: last.receivedAt, sid: last.sid } : null };
}

const isBefore = ({ receivedAt, sid }: CallCursor): SQL =>
  sql`(${calls.receivedAt}, ${calls.sid}) < (${receivedAt.toString()}::timestamptz, ${sid})`;

function conditions({ words, to, result, from, until }: CallFilter): (SQL | undefined)[] {
  const digits = words.replace(/\D/g, "");
  return [
    from ? sql`${calls.receivedAt} >= ${from.toString()}::timestamptz` : undefined,
    until ? sql`${calls.receivedAt} < ${until.toString()}::timestamptz` : undefined,
    to === null ? undefined : eq(calls.toNumber, to),
    result ? hasResult(result) : undefined,
    words
      ? or(
          ...[calls.fromName, calls.fromNumber, calls.reason, calls.actionName].map((column) =>
            ilike(column, anywhere(words)),
          ),
          digits.length >= 3 ? ilike(calls.fromNumber, anywhere(digits)) : undefined,
        )
      : undefined,
  ];
}
