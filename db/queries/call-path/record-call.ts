import { sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { Temporal } from "temporal-polyfill";
import type { HasClient } from "@/db/neon-client";
import { actions } from "@/db/schema/actions";
import { callEvents, calls, voicemails } from "@/db/schema/calls";
import { configurations } from "@/db/schema/configurations";
import { people } from "@/db/schema/people";
import { answerOfStep, resultOfStep, rungIdsOf } from "@/lib/call/call-result";
import type { Reason } from "@/lib/call/reason";
import type { CallEvent, LeftVoicemail } from "@/lib/call/step-answer";
import { mergeCall } from "./merge-call";
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
  /** Where Twilio keeps the name that the caller has just said. */
  spokenNameUrl?: string;
}

/** The step key of a call's first request. */
export const entryStepKey = "entry";

const given = sql.placeholder;

/** What has been deleted in the meantime is left out rather than refused. */
const actionId = sql`(select ${actions.id} from ${actions} where ${actions.id} = ${given("actionId")}::uuid)`;
const configurationId = sql`(select ${configurations.id} from ${configurations} where ${configurations.id} = ${given("configurationId")}::uuid)`;
const answeredById = sql`(select ${people.id} from ${people} where ${people.id} = ${given("answeredById")}::uuid)`;
/** A message whose step is in the log was kept then: if it is gone, somebody has deleted it since. */
const isToldAgain = sql`exists (
  select from ${callEvents}
  where ${callEvents.callSid} = ${given("callSid")} and ${callEvents.stepKey} = ${given("stepKey")}
)`;

const statement = staticStatement(
  new PgDialect().sqlToQuery(sql`
  with call as (
    insert into ${calls} (
      sid, from_number, from_name, to_number, received_at, configuration_id, configuration_version,
      action_id, action_name, reason_code, reason, known_from, degraded_to,
      result, answered_at, answered_by_id, answered_by_name, answer_known_from, rung_ids, spoken_name_url
    ) values (
      ${given("callSid")}, ${given("from")}, ${given("fromName")}, ${given("to")}, ${given("at")}, ${configurationId},
      ${given("configurationVersion")}, ${actionId}, ${given("actionName")}, ${given("reasonCode")}, ${given("reason")},
      ${given("knownFrom")}, ${given("degradedTo")},
      ${given("result")}, ${given("answeredAt")}, ${answeredById}, ${given("answeredByName")},
      ${given("answerKnownFrom")}, ${given("rungIds")}::uuid[], ${given("spokenNameUrl")}
    )
    ${mergeCall}
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

function knownFrom({ event, reason }: CallRecord): "status" | "step" | "entry" {
  if (event.stepKey === entryStepKey) return "entry";
  // The fallback's steps know no more of the call than that it was there.
  return reason.code === "recordLost" ? "status" : "step";
}

/**
 * Writes a call, one step of it, what that says came of the call, and a message left in it: in one statement, in any
 * order with any other and any number of times. The entry decides what the log says of the call, or without one its
 * earliest step; a step told twice is one row.
 */
export async function recordCall(db: HasClient, record: CallRecord): Promise<void> {
  const { event, voicemail, reason, at, ...call } = record;
  const answer = answerOfStep(event, at);
  const values = {
    ...call,
    ...event,
    at: at.toString(),
    detail: JSON.stringify(event.detail),
    knownFrom: knownFrom(record),
    reasonCode: reason.code,
    reason: reason.words,
    result: resultOfStep({ event, voicemail, degradedTo: call.degradedTo }),
    answeredAt: answer?.at.toString() ?? null,
    answeredById: answer?.personId ?? null,
    answeredByName: answer?.name ?? null,
    answerKnownFrom: answer?.knownFrom ?? null,
    rungIds: `{${rungIdsOf(event).join(",")}}`,
    spokenNameUrl: record.spokenNameUrl ?? null,
    recordingSid: voicemail?.recordingSid ?? null,
    recordingUrl: voicemail?.recordingUrl ?? null,
    durationSeconds: voicemail?.durationSeconds ?? null,
  };
  await runStatic(db, statement, values);
}
