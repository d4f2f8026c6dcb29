import { type SQL, sql } from "drizzle-orm";
import { callEvents, calls, voicemails } from "@/db/schema";

/** What came of a call, for whoever looks at the log. */
export const callResults = ["answered", "voicemail", "missed", "told", "rejected"] as const;

export type CallResult = (typeof callResults)[number];

/** Who took the call, or what number did; null when nobody pressed 1. */
export const takenBy = sql<string | null>`(
  select coalesce(${callEvents.detail} ->> 'name', ${callEvents.detail} ->> 'number') from ${callEvents}
  where ${callEvents.callSid} = ${calls.sid} and ${callEvents.kind} = 'screened'
    and ${callEvents.detail} ->> 'isTaken' = 'true'
  limit 1
)`;

const isTaken = sql`exists (
  select from ${callEvents}
  where ${callEvents.callSid} = ${calls.sid} and ${callEvents.detail} ->> 'isTaken' = 'true'
)`;

const hasMessage = sql`exists (select from ${voicemails} where ${voicemails.callSid} = ${calls.sid})`;

/** Only a ring can be missed: a call that rang nobody has been told something. */
const wasRung = sql`exists (
  select from ${callEvents} where ${callEvents.callSid} = ${calls.sid} and ${callEvents.kind} = 'after-dial'
)`;

const wasRejected = sql`${calls.reasonCode} in ('numberUnknown', 'configurationInactive', 'callerBlocked')`;

export const callResult = sql<CallResult>`case
  when ${wasRejected} then 'rejected'
  when ${isTaken} then 'answered'
  when ${hasMessage} then 'voicemail'
  when ${wasRung} then 'missed'
  else 'told'
end`;

export const hasResult = (result: CallResult): SQL => sql`${callResult} = ${result}`;
