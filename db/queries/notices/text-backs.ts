import { and, between, desc, eq, gte, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import {
  actionPeople,
  blockedCallers,
  callEvents,
  calls,
  firmSettings,
  personPhones,
  phoneNumbers,
  textBacks,
  voicemails,
} from "@/db/schema";

/** Source: Twilio, "TwiML Voice: Dial", `timeLimit`: four hours by default, and never changed here. */
const longestCallHours = 5;

const dateOf = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds);

/** A call whose caller reached nobody, as far as the log knows, and the text that the firm has for them. */
export interface MissedCaller {
  callSid: string;
  /** E.164. */
  number: string;
  /** The work number that they called, which can text. */
  from: string;
  text: string;
  /** The firm's date of the call, ISO 8601. */
  day: string;
  /** When it was last told of a phone that was rung that nobody had taken the call there; null where it never was. */
  refusedAt: Temporal.Instant | null;
  /** Where Twilio keeps the name that they said; null for none. */
  spokenNameUrl: string | null;
}

const wasTaken = sql`(${calls.answeredAt} is not null or exists (
  select from ${callEvents}
  where ${callEvents.callSid} = ${calls.sid} and ${callEvents.detail} ->> 'isTaken' = 'true'
))`;

/** Milliseconds since 1970. */
const refusedAt = sql<string | null>`(
  select (extract(epoch from max(${callEvents.at})) * 1000)::bigint from ${callEvents}
  where ${callEvents.callSid} = ${calls.sid} and ${callEvents.detail} ->> 'isTaken' = 'false'
)`;

const leftMessage = sql`exists (select from ${voicemails} where ${voicemails.callSid} = ${calls.sid})`;

/** A number of ours, or a phone that we ring. */
const isOurs = sql`(
  exists (select from ${phoneNumbers} as own where own.number = ${calls.fromNumber})
  or exists (select from ${personPhones} where ${personPhones.number} = ${calls.fromNumber})
  or exists (select from ${actionPeople} where ${actionPeople.number} = ${calls.fromNumber})
  or coalesce(${firmSettings.fallbackNumber} = ${calls.fromNumber}, false)
)`;

const isBlocked = sql`exists (select from ${blockedCallers} where ${blockedCallers.number} = ${calls.fromNumber})`;

/** Calls that ended from one instant to another. */
export interface EndedBetween {
  from: Temporal.Instant;
  to: Temporal.Instant;
}

const isDone = sql`exists (
  select from ${textBacks}
  where ${textBacks.number} = ${calls.fromNumber}
    and ${textBacks.day} = (${calls.receivedAt} at time zone ${firmSettings.timeZone})::date
)`;

/**
 * Who called, if they are to be texted back: the call was answered as set up, has ended, and nobody took it nor was a
 * message left. Nobody else: whoever is blocked, withholds their number or is one of us; on a line that cannot text; who
 * has been texted on that day; or while the firm has no text. What is unsure, such as a call of which the log knows too
 * little, is none.
 */
export async function listMissedCallers(
  db: Database,
  { from, to }: EndedBetween,
  limit: number,
): Promise<MissedCaller[]> {
  const rows = await db
    .select({
      callSid: calls.sid,
      number: calls.fromNumber,
      from: calls.toNumber,
      text: sql<string>`${firmSettings.textBack}`,
      // Not the day of asking: a call of last night is still one of yesterday.
      day: sql<string>`to_char(${calls.receivedAt} at time zone ${firmSettings.timeZone}, 'YYYY-MM-DD')`,
      spokenNameUrl: calls.spokenNameUrl,
      refusedAt,
    })
    .from(calls)
    .innerJoin(firmSettings, sql`${firmSettings.textBack} is not null`)
    .innerJoin(
      phoneNumbers,
      and(
        eq(phoneNumbers.number, calls.toNumber),
        phoneNumbers.canSms,
        sql`${phoneNumbers.goneSince} is null`,
      ),
    )
    .where(
      and(
        between(calls.endedAt, dateOf(from), dateOf(to)),
        // No call lasts for longer, and calls are found by when they came.
        gte(calls.receivedAt, dateOf(from.subtract({ hours: longestCallHours }))),
        sql`${calls.reasonCode} in ('open', 'closed', 'knownCaller')`,
        // Whoever has the fallback number may have taken it; nothing tells.
        sql`${calls.degradedTo} is distinct from 'fallbackNumber'`,
        sql`${calls.fromNumber} ~ '^\\+[1-9][0-9]{6,14}$'`,
        sql`not (${wasTaken} or ${leftMessage} or ${isOurs} or ${isBlocked} or ${isDone})`,
      ),
    )
    .orderBy(desc(calls.receivedAt))
    .limit(limit);
  return rows.map(({ refusedAt: at, ...row }) => ({
    ...row,
    refusedAt: at === null ? null : Temporal.Instant.fromEpochMilliseconds(Number(at)),
  }));
}

/** Answers whether the text is the asker's to send: once a caller and day, however many ask at once. */
export async function claimTextBack(
  db: Database,
  { number, day, callSid }: Pick<MissedCaller, "number" | "day" | "callSid">,
): Promise<boolean> {
  const claimed = await db
    .insert(textBacks)
    .values({ number, day, callSid })
    .onConflictDoNothing()
    .returning({ number: textBacks.number });
  return claimed.length > 0;
}

/** @param failure why it was not sent, in words; null when it was. */
export async function recordTextBack(
  db: Database,
  { number, day }: Pick<MissedCaller, "number" | "day">,
  { at, failure }: { at: Temporal.Instant; failure: string | null },
): Promise<void> {
  await db
    .update(textBacks)
    .set({ sentAt: failure === null ? new Date(at.epochMilliseconds) : null, failure })
    .where(and(eq(textBacks.number, number), eq(textBacks.day, day)));
}

export interface ToldTextBack {
  sentAt: Temporal.Instant | null;
  failure: string | null;
  /** What the carrier made of it; null while nobody has told. */
  delivery: "delivered" | "undelivered" | null;
  deliveryErrorCode: number | null;
}

/** The text that a call's caller got; null when none was to be sent for this call. */
export async function findTextBack(db: Database, callSid: string): Promise<ToldTextBack | null> {
  const [found] = await db
    .select({
      sentAt: textBacks.sentAt,
      failure: textBacks.failure,
      delivery: textBacks.delivery,
      deliveryErrorCode: textBacks.deliveryErrorCode,
    })
    .from(textBacks)
    .where(eq(textBacks.callSid, callSid));
  if (!found) return null;
  return { ...found, sentAt: found.sentAt && Temporal.Instant.fromEpochMilliseconds(found.sentAt.getTime()) };
}
