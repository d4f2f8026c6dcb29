import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { phoneNumbers } from "@/db/schema";
import type { KnownSettings } from "@/lib/twilio/rest/number-state";
import { hasActiveConfiguration } from "./number-standing";

export interface PhoneNumber extends KnownSettings {
  id: string;
  /** E.164. */
  number: string;
  friendlyName: string;
  canVoice: boolean;
  canSms: boolean;
  canMms: boolean;
  synchronisedAt: Date | null;
  isTestNumber: boolean;
  previewOrigin: string | null;
  previewSince: Date | null;
  version: number;
  hasActiveConfiguration: boolean;
}

export async function findPhoneNumber(db: Database, id: string): Promise<PhoneNumber | null> {
  const [found] = await db
    .select({
      id: phoneNumbers.id,
      number: phoneNumbers.number,
      friendlyName: phoneNumbers.friendlyName,
      canVoice: phoneNumbers.canVoice,
      canSms: phoneNumbers.canSms,
      canMms: phoneNumbers.canMms,
      twilioSid: phoneNumbers.twilioSid,
      goneSince: phoneNumbers.goneSince,
      settingsBefore: phoneNumbers.settingsBefore,
      settingsWanted: phoneNumbers.settingsWanted,
      settingsConfirmed: phoneNumbers.settingsConfirmed,
      synchronisedAt: phoneNumbers.synchronisedAt,
      isTestNumber: phoneNumbers.isTestNumber,
      previewOrigin: phoneNumbers.previewOrigin,
      previewSince: phoneNumbers.previewSince,
      version: phoneNumbers.version,
      hasActiveConfiguration,
    })
    .from(phoneNumbers)
    .where(eq(phoneNumbers.id, id));
  return found ?? null;
}

/** Which number has these digits (E.164), if it is kept here. */
export async function findPhoneNumberId(db: Database, number: string): Promise<string | null> {
  const [found] = await db
    .select({ id: phoneNumbers.id })
    .from(phoneNumbers)
    .where(eq(phoneNumbers.number, number));
  return found?.id ?? null;
}
