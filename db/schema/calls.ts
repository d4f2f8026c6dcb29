import { type SQL, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { CallResult } from "@/lib/call/call-result";
import type { ReasonCode } from "@/lib/call/reason";
import { actions } from "./actions";
import { createdAt, id, instant, version } from "./columns";
import { configurations } from "./configurations";
import { people } from "./people";
import { staffUsers } from "./staff-users";

/** What a call is found by: an index is over this very expression. */
export const wordsOfCall = (
  table: Record<"fromName" | "fromNumber" | "reason" | "actionName", AnyPgColumn>,
): SQL =>
  sql`coalesce(${table.fromName}, '') || ' ' || ${table.fromNumber} || ' ' || ${table.reason} || ' ' || coalesce(${table.actionName}, '')`;

/**
 * One incoming call. Every writer upserts by the caller's CallSid, in any order and any number of times, so whatever
 * is not known yet is null.
 */
export const calls = pgTable(
  "calls",
  {
    /** Twilio's CallSid of the caller's leg. */
    sid: text("sid").primaryKey(),
    /** E.164, or what Twilio sends instead: "anonymous", "client:…", "sip:…". */
    fromNumber: text("from_number").notNull(),
    fromName: text("from_name"),
    toNumber: text("to_number").notNull(),
    receivedAt: instant("received_at").notNull(),
    configurationId: uuid("configuration_id").references(() => configurations.id, { onDelete: "set null" }),
    configurationVersion: integer("configuration_version"),
    actionId: uuid("action_id").references(() => actions.id, { onDelete: "set null" }),
    /** As it was called then: the log outlives what it speaks of. */
    actionName: text("action_name"),
    reasonCode: text("reason_code").$type<ReasonCode>().notNull(),
    reason: text("reason").notNull(),
    /** Where the answer came from, when not from the database: memory, the fallback number, or a sentence. */
    degradedTo: text("degraded_to").$type<"memory" | "fallbackNumber" | "sentence">(),
    /** Which request of Twilio's the reason, the action and the time are from: the entry outweighs a step, and that the end. */
    knownFrom: text("known_from").$type<"status" | "step" | "entry">().notNull().default("entry"),
    /** What became of it; null while it goes on, and for a call whose end nobody told us. */
    result: text("result").$type<CallResult>(),
    /** When somebody of ours took it, and who: as they were called then. */
    answeredAt: instant("answered_at"),
    /** Which step told it: the key that takes a call outweighs the end of the talk, from which the time is reckoned back. */
    answerKnownFrom: text("answer_known_from").$type<"afterDial" | "screened">(),
    answeredById: uuid("answered_by_id").references(() => people.id, { onDelete: "set null" }),
    answeredByName: text("answered_by_name"),
    /** The people whose phones are known to have been rung, in the order of their ids. */
    rungIds: uuid("rung_ids").array().notNull().default([]),
    /** Where Twilio keeps the name that the caller was asked to say. */
    spokenNameUrl: text("spoken_name_url"),
    /** Twilio's CallStatus as last reported. */
    status: text("status"),
    durationSeconds: integer("duration_seconds"),
    endedAt: instant("ended_at"),
  },
  (table) => [
    index("calls_by_time").on(table.receivedAt.desc(), table.sid.desc()),
    index("calls_by_called_number").on(table.toNumber, table.receivedAt.desc(), table.sid.desc()),
    index("calls_by_caller").on(table.fromNumber, table.receivedAt.desc(), table.sid.desc()),
    index("calls_by_result").on(table.result, table.receivedAt.desc(), table.sid.desc()),
    index("calls_by_answerer").on(table.answeredById, table.receivedAt.desc(), table.sid.desc()),
    index("calls_by_words").using("gin", sql`(${wordsOfCall(table)}) gin_trgm_ops`),
    index("calls_with_spoken_name")
      .on(table.receivedAt, table.sid)
      .where(sql`${table.spokenNameUrl} is not null`),
    // An outage is rare, and looked for in a log of any length.
    index("calls_degraded")
      .on(table.receivedAt.desc(), table.sid.desc())
      .where(sql`${table.degradedTo} is not null`),
    index("calls_by_configuration").on(table.configurationId),
    index("calls_by_action").on(table.actionId),
    check("calls_sid_form", sql`${table.sid} ~ '^CA[0-9a-f]{32}$'`),
    check(
      "calls_result_known",
      sql`${table.result} in ('answered', 'voicemail', 'missed', 'told', 'rejected')`,
    ),
    check("calls_known_from_known", sql`${table.knownFrom} in ('status', 'step', 'entry')`),
    check("calls_answer_known_from_known", sql`${table.answerKnownFrom} in ('afterDial', 'screened')`),
    check("calls_spoken_name_url_https", sql`${table.spokenNameUrl} ~ '^https?://'`),
    check("calls_duration_not_negative", sql`${table.durationSeconds} >= 0`),
    check("calls_degraded_to_known", sql`${table.degradedTo} in ('memory', 'fallbackNumber', 'sentence')`),
  ],
);

/** Who took a call, by the detail of an event that says so: a person's id, or a bare number. */
export const takerKey = (detail: AnyPgColumn): SQL =>
  sql`coalesce(${detail} ->> 'personId', ${detail} ->> 'number')`;

/** One step that a call took, with its reason. A step asked for twice is one row. */
export const callEvents = pgTable(
  "call_events",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    callSid: text("call_sid")
      .notNull()
      .references(() => calls.sid, { onDelete: "cascade" }),
    /** Names the step within its call, the same however often Twilio asks. */
    stepKey: text("step_key").notNull(),
    kind: text("kind").notNull(),
    at: instant("at").notNull(),
    actionId: uuid("action_id").references(() => actions.id, { onDelete: "set null" }),
    actionName: text("action_name"),
    /** What happened and why, in words. */
    words: text("words").notNull(),
    detail: jsonb("detail").$type<Record<string, string | number | boolean | null>>(),
  },
  (table) => [
    unique("call_events_once").on(table.callSid, table.stepKey),
    index("call_events_by_action").on(table.actionId),
    // Who has been idle longest is asked while a caller waits: of a million events, one row for each who may be rung.
    index("call_events_taken")
      .on(sql`(${takerKey(table.detail)})`, table.at.desc().nullsFirst())
      .where(sql`${table.detail} ->> 'isTaken' = 'true'`),
  ],
);

/** What a voicemail is found by: an index is over this very expression. */
export const wordsOfVoicemail = (
  table: Record<"fromName" | "fromNumber" | "transcription" | "note", AnyPgColumn>,
): SQL =>
  sql`coalesce(${table.fromName}, '') || ' ' || coalesce(${table.fromNumber}, '') || ' ' || coalesce(${table.transcription}, '') || ' ' || ${table.note}`;

/** A recording left on a call. */
export const voicemails = pgTable(
  "voicemails",
  {
    id: id(),
    callSid: text("call_sid")
      .notNull()
      .references(() => calls.sid, { onDelete: "cascade" }),
    recordingSid: text("recording_sid").notNull(),
    recordingUrl: text("recording_url").notNull(),
    durationSeconds: integer("duration_seconds").notNull(),
    actionId: uuid("action_id").references(() => actions.id, { onDelete: "set null" }),
    /** The caller as the call has them: a trigger keeps both, so that one index finds a message by all there is to it. */
    fromNumber: text("from_number"),
    fromName: text("from_name"),
    transcription: text("transcription"),
    leftAt: instant("left_at").notNull(),
    heardAt: instant("heard_at"),
    /** Who marked it heard, and as they were called then: null while it is new. */
    heardById: uuid("heard_by_id").references(() => staffUsers.id, { onDelete: "set null" }),
    heardByName: text("heard_by_name"),
    /** What staff wrote about it. */
    note: text("note").notNull().default(""),
    archivedAt: instant("archived_at"),
    assignedToId: uuid("assigned_to_id").references(() => people.id, { onDelete: "set null" }),
    version: version(),
    createdAt: createdAt(),
  },
  (table) => [
    check("voicemails_heard_by_of_heard", sql`${table.heardByName} is null or ${table.heardAt} is not null`),
    unique("voicemails_recording_sid_unique").on(table.recordingSid),
    index("voicemails_by_time").on(table.leftAt.desc(), table.id.desc()),
    // An office keeps few of them new, and either few in the inbox or few in the archive: each is found without the rest.
    index("voicemails_new")
      .on(table.leftAt.desc(), table.id.desc())
      .where(sql`${table.heardAt} is null and ${table.archivedAt} is null`),
    index("voicemails_in_inbox")
      .on(table.leftAt.desc(), table.id.desc())
      .where(sql`${table.archivedAt} is null`),
    index("voicemails_archived")
      .on(table.leftAt.desc(), table.id.desc())
      .where(sql`${table.archivedAt} is not null`),
    index("voicemails_by_assignee").on(table.assignedToId, table.leftAt.desc(), table.id.desc()),
    index("voicemails_by_words").using("gin", sql`(${wordsOfVoicemail(table)}) gin_trgm_ops`),
    index("voicemails_by_caller").on(table.fromNumber),
    index("voicemails_by_call").on(table.callSid),
    index("voicemails_by_action").on(table.actionId),
    check("voicemails_recording_sid_form", sql`${table.recordingSid} ~ '^RE[0-9a-f]{32}$'`),
    check("voicemails_recording_url_https", sql`${table.recordingUrl} ~ '^https?://'`),
    check("voicemails_duration_not_negative", sql`${table.durationSeconds} >= 0`),
  ],
);
