import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { firmAsJson } from "@/db/queries/call-path/firm-json";
import { calls, firmSettings, outgoingCalls, phoneNumbers } from "@/db/schema";
import type { Firm } from "@/lib/call/setup";

export interface OutgoingCall {
  firm: Firm;
  /** E.164. */
  to: string;
  toName: string | null;
  /** The work number that is shown, E.164; null when it has been deleted meanwhile. */
  callerId: string | null;
}

/** Whom a call back calls, in one statement; null when there is none of this id. */
export async function findOutgoingCall(db: Database, id: string): Promise<OutgoingCall | null> {
  const [found] = await db
    .select({
      firm: sql<Firm>`${firmAsJson}`,
      to: outgoingCalls.toNumber,
      toName: calls.fromName,
      callerId: phoneNumbers.number,
    })
    .from(firmSettings)
    .innerJoin(outgoingCalls, eq(outgoingCalls.id, id))
    .leftJoin(phoneNumbers, eq(phoneNumbers.id, outgoingCalls.phoneNumberId))
    .leftJoin(calls, eq(calls.sid, outgoingCalls.callSid));
  return found ?? null;
}
