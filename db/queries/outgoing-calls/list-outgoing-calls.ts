import { desc, eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { outgoingCalls } from "@/db/schema";
import type { CallBackState } from "@/lib/call/call-back";

export interface ListedOutgoingCall extends CallBackState {
  id: string;
  madeByName: string;
  at: Temporal.Instant;
}

/** Somebody who calls back a hundred times has other worries than this list. */
const most = 20;

/** The calls that return a call, the newest first. */
export async function listOutgoingCalls(db: Database, callSid: string): Promise<ListedOutgoingCall[]> {
  const rows = await db
    .select({
      id: outgoingCalls.id,
      madeByName: outgoingCalls.madeByName,
      status: outgoingCalls.status,
      dialStatus: outgoingCalls.dialStatus,
      durationSeconds: outgoingCalls.durationSeconds,
      failure: outgoingCalls.failure,
      at: outgoingCalls.createdAt,
    })
    .from(outgoingCalls)
    .where(eq(outgoingCalls.callSid, callSid))
    .orderBy(desc(outgoingCalls.createdAt), desc(outgoingCalls.id))
    .limit(most);
  return rows.map((row) => ({ ...row, at: Temporal.Instant.fromEpochMilliseconds(row.at.getTime()) }));
}
