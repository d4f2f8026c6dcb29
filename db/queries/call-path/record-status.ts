import { sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { calls } from "@/db/schema";
import { reasonFromCode } from "@/lib/call/reason";

/** How a call ended, as Twilio's status callback tells it. */
export interface CallStatusRecord {
  callSid: string;
  from: string;
  to: string;
  status: string;
  durationSeconds: number | null;
  at: Temporal.Instant;
}

/** Adds the end of a call to its row; a call of which nothing else was kept gets its row here. */
export async function recordStatus(db: Database, record: CallStatusRecord): Promise<void> {
  const { callSid, from, to, status, durationSeconds } = record;
  const lost = reasonFromCode("recordLost");
  const at = new Date(record.at.epochMilliseconds);
  await db
    .insert(calls)
    .values({
      sid: callSid,
      fromNumber: from,
      toNumber: to,
      receivedAt: new Date(at.getTime() - (durationSeconds ?? 0) * 1000),
      reasonCode: lost.code,
      reason: lost.words,
      status,
      durationSeconds,
      endedAt: at,
    })
    .onConflictDoUpdate({
      target: calls.sid,
      set: {
        status: sql`excluded.status`,
        durationSeconds: sql`excluded.duration_seconds`,
        endedAt: sql`excluded.ended_at`,
      },
    });
}
