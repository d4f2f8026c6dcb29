import type { BatchItem } from "drizzle-orm/batch";
import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { callEvents, outgoingCalls } from "@/db/schema";

export interface NewOutgoingCall {
  id: string;
  madeById: string;
  madeByName: string;
  /** The phone that rings first: E.164, or a SIP address. */
  fromPhone: string;
  /** E.164. */
  toNumber: string;
  phoneNumberId: string;
  /** The call that is returned. */
  callSid: string;
  at: Temporal.Instant;
}

/** Names the call back in the story of the call that is returned. */
export const storyKey = (id: string): string => `call-back:${id}`;

/** The statements that put a call back on record, for a batch: before Twilio is asked, so that whatever comes of it can be told. */
export function startOutgoingCall(db: Database, { at, ...call }: NewOutgoingCall): BatchItem<"pg">[] {
  const createdAt = new Date(at.epochMilliseconds);
  return [
    db.insert(outgoingCalls).values({ ...call, createdAt }),
    db.insert(callEvents).values({
      callSid: call.callSid,
      stepKey: storyKey(call.id),
      kind: "call-back",
      at: createdAt,
      words: `${call.madeByName} called back`,
    }),
  ];
}
