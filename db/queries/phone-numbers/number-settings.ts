import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { phoneNumbers, type VoiceSettings } from "@/db/schema";

/** A number with what is known, wanted and remembered of its settings at Twilio. */
export interface NumberSettings {
  id: string;
  /** E.164. */
  number: string;
  friendlyName: string;
  twilioSid: string | null;
  goneSince: Date | null;
  settingsBefore: VoiceSettings | null;
  settingsWanted: VoiceSettings | null;
  settingsConfirmed: VoiceSettings | null;
  isTestNumber: boolean;
  /** Where its calls go in place of here; null for here. */
  previewOrigin: string | null;
}

/** @throws if there is no such number. */
export async function getNumberSettings(db: Database, id: string): Promise<NumberSettings> {
  const [number] = await db
    .select({
      id: phoneNumbers.id,
      number: phoneNumbers.number,
      friendlyName: phoneNumbers.friendlyName,
      twilioSid: phoneNumbers.twilioSid,
      goneSince: phoneNumbers.goneSince,
      settingsBefore: phoneNumbers.settingsBefore,
      settingsWanted: phoneNumbers.settingsWanted,
      settingsConfirmed: phoneNumbers.settingsConfirmed,
      isTestNumber: phoneNumbers.isTestNumber,
      previewOrigin: phoneNumbers.previewOrigin,
    })
    .from(phoneNumbers)
    .where(eq(phoneNumbers.id, id));
  if (!number) throw new Error(`There is no phone number ${id}.`);
  return number;
}
