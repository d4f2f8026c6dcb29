import { sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { actions, callEvents, calls, configurations, voicemails } from "@/db/schema";
import { unknownCaller } from "@/lib/call/caller";
import type { Reason } from "@/lib/call/reason";
import type { CallEvent, LeftVoicemail } from "@/lib/call/step-answer";
import { runStatic, staticStatement } from "./static-statement";

/** What one request of Twilio's tells about a call. */
export interface CallRecord {
  /** CallSid of the caller's leg. */
  callSid: string;
  /** As Twilio sent it, or `unknownCaller` when another leg of the call tells. */
  from: string;
  fromName: string | null;
  to: string;
  at: Temporal.Instant;
  configurationId: string | null;
  /** Known on the entry alone. */
  configurationVersion: number | null;
  reason: Reason;
  degradedTo: "memory" | "fallbackNumber" | "sentence" | null;
  event: CallEvent;
  voicemail?: LeftVoicemail;
}

/** The step key of a call's first request. */
export const entryStepKey = "entry";

/** A column's name without its table, as INSERT and SET want it. */
const named = (column: { name: string }) => sql.identifier(column.name);

const setFromExcluded = sql.join(
  [
    calls.fromNumber,
    calls.fromName,
    calls.toNumber,
    calls.receivedAt,
    calls.configurationId,
    calls.configurationVersion,
    calls.actionId,
    calls.actionName,
    calls.reasonCode,
    calls.reason,
    calls.degradedTo,
  ].map((column) => sql`${named(column)} = excluded.${named(column)}`),
  sql`, `,
);

const given = sql.placeholder;

const actionId = sql`(select ${actions.id} from ${actions} where ${actions.id} = ${given("actionId")}::uuid)`;
const configurationId = sql`(select ${configurations.id} from ${configurations} where ${configurations.id} = ${given("configurationId")}::uuid)`;

const hasEntry = sql`exists (
  select from ${callEvents} where ${callEvents.callSid} = ${given("callSid")} and ${callEvents.stepKey} = ${entryStepKey}
)`;
/** A message whose step is in the log was kept then: if it is gone, somebody has deleted it since. */
const isToldAgain = sql`exists (
  select from ${callEvents}
  where ${callEvents.callSid} = ${given("callSid")} and ${callEvents.stepKey} = ${given("stepKey")}
)`;
const isIncomplete = sql`(${calls.reasonCode} = 'recordLost' or ${calls.fromNumber} = ${unknownCaller})`;

const statement = staticStatement(
  new PgDialect().sqlToQuery(sql`
  with call as (
    insert into ${calls} (
      sid, from_number, from_name, to_number, received_at, configuration_id, configuration_version,
      action_id, action_name, reason_code, reason, degraded_to
    ) values (
      ${given("callSid")}, ${given("from")}, ${given("fromName")}, ${given("to")}, ${given("at")}, ${configurationId},
      ${given("configurationVersion")}, ${actionId}, ${given("actionName")}, ${given("reasonCode")}, ${given("reason")},
      ${given("degradedTo")}
    )
    on conflict (sid) do update set ${setFromExcluded}
    where case when ${given("isEntry")}::boolean then not ${hasEntry}
      else ${isIncomplete} and excluded.from_number <> ${unknownCaller} end
  ), message as (
    insert into ${voicemails} (call_sid, recording_sid, recording_url, duration_seconds, action_id, left_at)
    select ${given("callSid")}, ${given("recordingSid")}, ${given("recordingUrl")}, ${given("durationSeconds")}::integer,
      ${actionId}, ${given("at")}::timestamptz
    where ${given("recordingSid")}::text is not null and not ${isToldAgain}
    on conflict (recording_sid) do update set duration_seconds = excluded.duration_seconds
    where ${voicemails}.duration_seconds = 0
  )
  insert into ${callEvents} (call_sid, step_key, kind, at, action_id, action_name, words, detail)
  values (
    ${given("callSid")}, ${given("stepKey")}, ${given("kind")}, ${given("at")}, ${actionId}, ${given("actionName")},
    ${given("words")}, ${given("detail")}
  )
  on conflict (call_sid, step_key) do nothing
`),
);

/**
 * Writes a call, one step of it and a message left in it, in one statement and in any order with any other: the first
 * entry decides what the log says of the call, a later step only completes a call whose entry was lost, and a step
 * told twice is one row. What has been deleted in the meantime is left out rather than refused.
 */
export async function recordCall(db: Database, record: CallRecord): Promise<void> {
  const { event, voicemail, reason, ...call } = record;
  const values = {
    ...call,
    ...event,
    at: record.at.toString(),
    detail: JSON.stringify(event.detail),
    isEntry: event.stepKey === entryStepKey,
    reasonCode: reason.code,
    reason: reason.words,
    recordingSid: voicemail?.recordingSid ?? null,
    recordingUrl: voicemail?.recordingUrl ?? null,
    durationSeconds: voicemail?.durationSeconds ?? null,
  };
  await runStatic(db, statement, values);
}
