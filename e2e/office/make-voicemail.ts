import { randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import { calls, voicemails } from "@/db/schema";
import { sid } from "../twilio/twilio";
import { anyNumber } from "./make-line";

export interface GivenVoicemail
  extends Partial<
    Pick<
      typeof voicemails.$inferInsert,
      "leftAt" | "durationSeconds" | "recordingSid" | "actionId" | "transcription" | "note" | "assignedToId"
    >
  > {
  from?: string;
  to?: string;
}

/** A call in which a message was left. */
export async function makeVoicemail(
  db: Database,
  given: GivenVoicemail = {},
): Promise<{ id: string; from: string; callSid: string; recordingSid: string }> {
  const {
    from = anyNumber(),
    to = anyNumber(),
    leftAt = new Date(),
    recordingSid = sid("RE"),
    ...more
  } = given;
  const id = randomUUID();
  const callSid = sid("CA");
  await db.batch([
    db.insert(calls).values({
      sid: callSid,
      fromNumber: from,
      toNumber: to,
      receivedAt: leftAt,
      reasonCode: "closed",
      reason: "Closed until Mon 09:00",
    }),
    db.insert(voicemails).values({
      id,
      callSid,
      recordingSid,
      recordingUrl: "https://api.twilio.com/recording",
      durationSeconds: 42,
      leftAt,
      ...more,
    }),
  ]);
  return { id, from, callSid, recordingSid };
}
