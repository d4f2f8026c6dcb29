import { sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { Temporal } from "temporal-polyfill";
import type { HasClient } from "@/db/neon-client";
import { calls } from "@/db/schema/calls";
import { isFinalStatus, resultOfStatus } from "@/lib/call/call-result";
import { reasonFromCode } from "@/lib/call/reason";
import { mergeCall } from "./merge-call";
import { runStatic, staticStatement } from "./static-statement";

/** How a call stands, as Twilio's status callback tells it. */
export interface CallStatusRecord {
  callSid: string;
  from: string;
  to: string;
  /** Twilio's CallStatus. */
  status: string;
  /** Known at its end. */
  durationSeconds: number | null;
  at: Temporal.Instant;
}

const given = sql.placeholder;

const statement = staticStatement(
  new PgDialect().sqlToQuery(sql`
  insert into ${calls} (
    sid, from_number, to_number, received_at, reason_code, reason, known_from, status, result, duration_seconds, ended_at
  ) values (
    ${given("callSid")}, ${given("from")}, ${given("to")}, ${given("receivedAt")}, ${given("reasonCode")}, ${given("reason")},
    'status', ${given("status")}, ${given("result")}, ${given("durationSeconds")}, ${given("endedAt")}
  )
  ${mergeCall}
`),
);

/**
 * Adds how a call stands, or how it ended, to its row: in any order with the other statuses and the steps, and any number
 * of times. A call of which nothing else was kept gets its row here.
 */
export async function recordStatus(db: HasClient, record: CallStatusRecord): Promise<void> {
  const { at, ...told } = record;
  const { durationSeconds, status } = told;
  const lost = reasonFromCode("recordLost");
  await runStatic(db, statement, {
    ...told,
    receivedAt: at.subtract({ seconds: durationSeconds ?? 0 }).toString(),
    reasonCode: lost.code,
    reason: lost.words,
    result: resultOfStatus(status),
    endedAt: isFinalStatus(status) ? at.toString() : null,
  });
}
