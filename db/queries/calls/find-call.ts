import { asc, eq, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import {
  actions,
  callEvents,
  calls,
  configurations,
  knownCallers,
  people,
  personPhones,
  phoneNumbers,
  voicemails,
} from "@/db/schema";
import type { CallResult } from "@/lib/call/call-result";
import type { ReasonCode } from "@/lib/call/reason";
import type { CallEvent } from "@/lib/call/step-answer";

/** One step that a call took. */
export interface ToldStep {
  id: number;
  at: Temporal.Instant;
  kind: string;
  words: string;
  detail: CallEvent["detail"];
  /** Null when the action has since been deleted. */
  actionId: string | null;
  actionName: string | null;
  /** The phone that it was about, where that says more than whose it is; null where they have no other. */
  phone: ToldPhone | null;
  /** Those of the phones that rang in vain that say more than whose they are. */
  rangPhones: { name: string; label: string }[];
}

/** Somebody's phone, as the step has its number. */
export interface ToldPhone {
  number: string;
  /** What it is called now; null when it is theirs no more. */
  label: string | null;
}

export interface ToldCall {
  sid: string;
  from: string;
  /** As the carrier told it. */
  fromName: string | null;
  /** Whom the firm knows by this number. */
  knownCaller: { id: string; name: string } | null;
  to: string;
  line: { id: string; name: string } | null;
  receivedAt: Temporal.Instant;
  reason: string;
  reasonCode: ReasonCode;
  /** Null when it has since been deleted. */
  configuration: { id: string; name: string; version: number } | null;
  /** The version that answered the call. */
  configurationVersion: number | null;
  degradedTo: "memory" | "fallbackNumber" | "sentence" | null;
  /** Null while nobody has told what came of it. */
  result: CallResult | null;
  answeredByName: string | null;
  /** Null when they have since been deleted, or a bare number took the call. */
  answeredById: string | null;
  answeredAt: Temporal.Instant | null;
  /** Those whose phones are known to have been rung and who are still there, by name. */
  rung: { id: string; name: string }[];
  status: string | null;
  durationSeconds: number | null;
  endedAt: Temporal.Instant | null;
  steps: ToldStep[];
  voicemails: { id: string; durationSeconds: number }[];
}

const instantOf = (date: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(date.getTime());

const rung = sql<ToldCall["rung"]>`(
  select coalesce(json_agg(json_build_object('id', ${people.id}, 'name', ${people.name}) order by lower(${people.name})), '[]')
  from ${people} where ${people.id} = any(${calls}.rung_ids)
)`;

/** The log has the number alone, which stays true: its label is today's, and is left out where no phone of theirs has the number. */
const phoneOfStep = sql<ToldPhone | null>`(
  select json_build_object('number', ${callEvents.detail} ->> 'number', 'label', max(${personPhones.label})
    filter (where ${personPhones.number} = ${callEvents.detail} ->> 'number'))
  from ${personPhones}
  where ${personPhones.personId} = (${callEvents.detail} ->> 'personId')::uuid
    and ${callEvents.detail} ->> 'number' is not null
  having ${callEvents.detail} ->> 'personId' is not null and ${callEvents.detail} ->> 'number' is not null
    and array_agg(${personPhones.number}) is distinct from array[${callEvents.detail} ->> 'number']
)`;

/** As the two above: what a phone that rang is called today, where its owner has another. */
const rangPhonesOfStep = sql<ToldStep["rangPhones"]>`(
  select coalesce(json_agg(json_build_object('name', ${people.name}, 'label', ${personPhones.label}) order by ${personPhones.position}), '[]')
  from ${personPhones} join ${people} on ${people.id} = ${personPhones.personId}
  where ${people.id}::text = any(string_to_array(${callEvents.detail} ->> 'rangIds', ','))
    and ${personPhones.number} = any(string_to_array(${callEvents.detail} ->> 'rangNumbers', ' '))
    and (select count(*) from ${personPhones} as own where own.person_id = ${people.id}) > 1
)`;

/** A call with all that happened on it, in three statements sent together; null when there is none. */
export async function findCall(db: Database, sid: string): Promise<ToldCall | null> {
  const [[call], steps, messages] = await Promise.all([
    db
      .select({
        sid: calls.sid,
        from: calls.fromNumber,
        fromName: calls.fromName,
        knownCaller: { id: knownCallers.id, name: knownCallers.name },
        to: calls.toNumber,
        line: { id: phoneNumbers.id, name: phoneNumbers.friendlyName },
        receivedAt: calls.receivedAt,
        reason: calls.reason,
        reasonCode: calls.reasonCode,
        configuration: {
          id: configurations.id,
          name: configurations.name,
          version: configurations.version,
        },
        configurationVersion: calls.configurationVersion,
        degradedTo: calls.degradedTo,
        result: calls.result,
        answeredByName: calls.answeredByName,
        answeredById: calls.answeredById,
        answeredAt: calls.answeredAt,
        rung,
        status: calls.status,
        durationSeconds: calls.durationSeconds,
        endedAt: calls.endedAt,
      })
      .from(calls)
      .leftJoin(phoneNumbers, eq(phoneNumbers.number, calls.toNumber))
      .leftJoin(knownCallers, eq(knownCallers.number, calls.fromNumber))
      .leftJoin(configurations, eq(configurations.id, calls.configurationId))
      .where(eq(calls.sid, sid)),
    db
      .select({
        id: callEvents.id,
        at: callEvents.at,
        kind: callEvents.kind,
        words: callEvents.words,
        detail: callEvents.detail,
        actionId: sql<string | null>`${actions.id}`,
        actionName: callEvents.actionName,
        phone: phoneOfStep,
        rangPhones: rangPhonesOfStep,
      })
      .from(callEvents)
      .leftJoin(actions, eq(actions.id, callEvents.actionId))
      .where(eq(callEvents.callSid, sid))
      .orderBy(asc(callEvents.at), asc(callEvents.id)),
    db
      .select({ id: voicemails.id, durationSeconds: voicemails.durationSeconds })
      .from(voicemails)
      .where(eq(voicemails.callSid, sid))
      .orderBy(asc(voicemails.leftAt)),
  ]);
  if (!call) return null;
  return {
    ...call,
    receivedAt: instantOf(call.receivedAt),
    answeredAt: call.answeredAt && instantOf(call.answeredAt),
    endedAt: call.endedAt && instantOf(call.endedAt),
    steps: steps.map((step) => ({ ...step, detail: step.detail ?? {}, at: instantOf(step.at) })),
    voicemails: messages,
  };
}
