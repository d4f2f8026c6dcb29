import { and, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { callPeople, calls, knownCallers, phoneNumbers } from "@/db/schema";
import type { CallResult } from "@/lib/call/call-result";
import { callHasWords } from "./call-has-words";
import { callerName } from "./caller-name";

export interface ListedCall {
  /** Twilio's CallSid. */
  sid: string;
  /** As Twilio sent it: E.164, or "anonymous", or an address. */
  from: string;
  /** As the firm knows them, or failing that as the carrier told. */
  fromName: string | null;
  /** The work number that was called, E.164. */
  to: string;
  /** What the number is called now; null when it is none of ours any more. */
  lineName: string | null;
  receivedAt: Temporal.Instant;
  reason: string;
  actionName: string | null;
  /** Null while nobody has told what came of it. */
  result: CallResult | null;
  /** Who took it: a name, or a number that has none. */
  answeredByName: string | null;
  answeredAt: Temporal.Instant | null;
  /** Twilio's CallStatus as last reported; null when none has arrived. */
  status: string | null;
  durationSeconds: number | null;
  endedAt: Temporal.Instant | null;
}

/** Which calls a page shows. Null leaves a filter out. */
export interface CallFilter {
  /** In the caller's number or name, the name that the firm knows them by, the reason, or the action's name. */
  words: string;
  /** The work number that was called, E.164. */
  to: string | null;
  result: CallResult | null;
  /** Only calls that were answered while the database was away or slow. */
  isDegraded: boolean;
  /** Somebody who took the call, or was rung. */
  personId: string | null;
  from: Temporal.Instant | null;
  until: Temporal.Instant | null;
}

/** Narrows to nothing. */
export const everyCall: CallFilter = {
  words: "",
  to: null,
  result: null,
  isDegraded: false,
  personId: null,
  from: null,
  until: null,
};

/** A call's place in the list: newest first, by sid where two came in at the same millisecond. */
export interface CallCursor {
  receivedAt: Temporal.Instant;
  sid: string;
}

/** Where a page is: at the beginning, or next to a call. */
export type CallPlace = { olderThan: CallCursor } | { newerThan: CallCursor } | null;

export interface CallPage {
  calls: ListedCall[];
  /** From where the list goes on; null at its ends. */
  newerThan: CallCursor | null;
  olderThan: CallCursor | null;
}

/** A page of the log in one statement, by the index over its time: as quick at its end as at its beginning. */
export async function listCalls(
  db: Database,
  { filter, place, limit }: { filter: CallFilter; place: CallPlace; limit: number },
): Promise<CallPage> {
  const isUpwards = place !== null && "newerThan" in place;
  const { personId } = filter;
  const found = db
    .select({
      sid: calls.sid,
      from: calls.fromNumber,
      fromName: callerName,
      to: calls.toNumber,
      lineName: phoneNumbers.friendlyName,
      receivedAt: calls.receivedAt,
      reason: calls.reason,
      actionName: calls.actionName,
      result: calls.result,
      answeredByName: calls.answeredByName,
      answeredAt: calls.answeredAt,
      status: calls.status,
      durationSeconds: calls.durationSeconds,
      endedAt: calls.endedAt,
    })
    .from(calls)
    .leftJoin(phoneNumbers, eq(phoneNumbers.number, calls.toNumber))
    .leftJoin(knownCallers, eq(knownCallers.number, calls.fromNumber))
    .$dynamic();
  // Somebody's calls have their own index over time, so that the few of one are found as soon as the many of another.
  const order = personId === null ? calls : { receivedAt: callPeople.receivedAt, sid: callPeople.callSid };
  if (personId !== null) {
    found.innerJoin(callPeople, and(eq(callPeople.callSid, calls.sid), eq(callPeople.personId, personId)));
  }
  const rows = await found
    .where(and(...conditions(filter, order), place ? isBeyond(place, order) : undefined))
    .orderBy(...(isUpwards ? upwards(order) : downwards(order)))
    .limit(limit + 1);

  const listed = rows.slice(0, limit).map((row) => ({
    ...row,
    receivedAt: instantOf(row.receivedAt),
    answeredAt: row.answeredAt && instantOf(row.answeredAt),
    endedAt: row.endedAt && instantOf(row.endedAt),
  }));
  const page = isUpwards ? listed.reverse() : listed;
  const hasMore = rows.length > limit;
  return {
    calls: page,
    newerThan: (isUpwards ? hasMore : place !== null) ? cursorOf(page.at(0)) : null,
    olderThan: isUpwards || hasMore ? cursorOf(page.at(-1)) : null,
  };
}

/** The columns of the index that a list goes along. */
type Order = Record<"receivedAt" | "sid", AnyPgColumn>;

/** The nulls, though there are none, are where the index has them: forwards, and read from its end. */
const downwards = ({ receivedAt, sid }: Order) => [
  sql`${receivedAt} desc nulls last`,
  sql`${sid} desc nulls last`,
];
const upwards = ({ receivedAt, sid }: Order) => [
  sql`${receivedAt} asc nulls first`,
  sql`${sid} asc nulls first`,
];

const instantOf = (date: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(date.getTime());

const cursorOf = (call: ListedCall | undefined): CallCursor | null =>
  call ? { receivedAt: call.receivedAt, sid: call.sid } : null;

function isBeyond(place: NonNullable<CallPlace>, order: Order): SQL {
  const at = ({ receivedAt, sid }: CallCursor) => sql`(${receivedAt.toString()}::timestamptz, ${sid})`;
  const own = sql`(${order.receivedAt}, ${order.sid})`;
  return "newerThan" in place ? sql`${own} > ${at(place.newerThan)}` : sql`${own} < ${at(place.olderThan)}`;
}

function conditions(
  { words, to, result, isDegraded, from, until }: CallFilter,
  { receivedAt }: Order,
): (SQL | undefined)[] {
  return [
    from ? sql`${receivedAt} >= ${from.toString()}::timestamptz` : undefined,
    until ? sql`${receivedAt} < ${until.toString()}::timestamptz` : undefined,
    to === null ? undefined : eq(calls.toNumber, to),
    result === null ? undefined : eq(calls.result, result),
    isDegraded ? isNotNull(calls.degradedTo) : undefined,
    words ? callHasWords(words) : undefined,
  ];
}
