import { randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import { calls, voicemails } from "@/db/schema";
import { sid } from "../twilio/twilio";
import { anyNumber } from "./make-line";

export interface GivenVoicemail {
  from?: string;
  to?: string;
  leftAt?: Date;
  durationSeconds?: number;
}

/** A call in which a message was left. */
export async function makeVoicemail(
  db: Database,
  given: GivenVoicemail = {},
): Promise<{ id: string; from: string }> {
  const { from = anyNumber(), to = anyNumber(), leftAt = new Date(), durationSeconds = 42 } = given;
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
      recordingSid: sid("RE"),
      recordingUrl: "https://api.twilio.com/recording",
      durationSeconds,
      leftAt,
    }),
  ]);
  return { id, from };
}
