import { eq } from "drizzle-orm";
import { phoneNumbers } from "@/db/schema";
import { wantedSettings } from "@/lib/twilio/rest/voice-settings";
import type { Office } from "../office/start-office";
import { makeTwilioLine } from "../twilio/rest/make-twilio-line";

/** A line that points at the app, as Twilio and we know. */
export async function ownLine(office: Office, isActive = true) {
  const wanted = wantedSettings(office.app.baseUrl);
  const line = await makeTwilioLine(office, wanted, { isActive });
  await office.db
    .update(phoneNumbers)
    .set({ settingsWanted: wanted })
    .where(eq(phoneNumbers.id, line.phoneNumberId));
  return line;
}

export const numberRow = async ({ db }: Pick<Office, "db">, id: string) =>
  (await db.select().from(phoneNumbers).where(eq(phoneNumbers.id, id)))[0];
