import { eq } from "drizzle-orm";
import { phoneNumbers, type VoiceSettings } from "@/db/schema";
import { type GivenLine, type MadeLine, makeLine } from "../../office/make-line";
import type { Office } from "../../office/start-office";

export interface TwilioLine extends MadeLine {
  sid: string;
}

/** A number with a configuration that the account at Twilio has too, synchronised but not pointed at the app. */
export async function makeTwilioLine(
  { db, twilio }: Pick<Office, "db" | "twilio">,
  standing: Partial<VoiceSettings> = {},
  given: GivenLine = {},
): Promise<TwilioLine> {
  const line = await makeLine(db, given);
  const { sid } = twilio.addNumber({ number: line.number, friendlyName: line.name, ...standing });
  const settingsConfirmed = twilio.settingsOf(sid);
  await db
    .update(phoneNumbers)
    .set({ twilioSid: sid, settingsConfirmed, synchronisedAt: new Date() })
    .where(eq(phoneNumbers.id, line.phoneNumberId));
  return { ...line, sid };
}
