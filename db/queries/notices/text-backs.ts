import { and, eq, isNotNull, sql } from "drizzle-orm";
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

/** Whether the firm has a text for callers who reach nobody. */
export async function sendsTextBacks(db: Database): Promise<boolean> {
  const [found] = await db
    .select({ id: firmSettings.id })
    .from(firmSettings)
    .where(isNotNull(firmSettings.textBack));
  return found !== undefined;
}

/** A call whose caller reached nobody, and the text that the firm has for them. */
export interface MissedCaller {
  callSid: string;
  /** E.164. */
  number: string;
  /** The work number that they called, which can text. */
  from: string;
  text: string;
  /** The firm's date of the call, ISO 8601. */
  day: string;
}

const wasTaken = sql`(${calls.answeredAt} is not null or exists (
  select from ${callEvents}
  where ${callEvents.callSid} = ${calls.sid} and ${callEvents.detail} ->> 'isTaken' = 'true'
))`;

const leftMessage = sql`exists (select from ${voicemails} where ${voicemails.callSid} = ${calls.sid})`;

/** A number of ours, or a phone that we ring. */
const isOurs = sql`(
  exists (select from ${phoneNumbers} as own where own.number = ${calls.fromNumber})
  or exists (select from ${personPhones} where ${personPhones.number} = ${calls.fromNumber})
  or exists (select from ${actionPeople} where ${actionPeople.number} = ${calls.fromNumber})
  or coalesce(${firmSettings.fallbackNumber} = ${calls.fromNumber}, false)
)`;

const isBlocked = sql`exists (select from ${blockedCallers} where ${blockedCallers.number} = ${calls.fromNumber})`;

/**
 * Who called, if they are to be texted back: the call was answered as set up, has ended, and nobody took it nor was a
 * message left. Null for everybody else: whoever is blocked, withholds their number or is one of us; on a line that
 * cannot text; or while the firm has no text. What is unsure, such as a call of which the log knows too little, is none.
 */
export async function findMissedCaller(db: Database, callSid: string): Promise<MissedCaller | null> {
  const [found] = await db
    .select({
      callSid: calls.sid,
      number: calls.fromNumber,
      from: calls.toNumber,
      text: sql<string>`${firmSettings.textBack}`,
      // Not the day of asking: a status told again tomorrow is still about today's call.
      day: sql<string>`to_char(${calls.receivedAt} at time zone ${firmSettings.timeZone}, 'YYYY-MM-DD')`,
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
        eq(calls.sid, callSid),
        sql`${calls.endedAt} is not null`,
        sql`${calls.reasonCode} in ('open', 'closed', 'knownCaller')`,
        // Whoever has the fallback number may have taken it; nothing tells.
        sql`${calls.degradedTo} is distinct from 'fallbackNumber'`,
        sql`${calls.fromNumber} ~ '^\\+[1-9][0-9]{6,14}$'`,
        sql`not (${wasTaken} or ${leftMessage} or ${isOurs} or ${isBlocked})`,
      ),
    );
  return found ?? null;
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
