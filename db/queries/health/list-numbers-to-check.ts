import { isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { hasActiveConfiguration } from "@/db/queries/phone-numbers/number-standing";
import { phoneNumbers } from "@/db/schema";
import type { KnownSettings } from "@/lib/twilio/rest/number-state";

export interface NumberToCheck extends KnownSettings {
  id: string;
  friendlyName: string;
  twilioSid: string;
}

/** The numbers that an account is known to have, by name. */
export async function listNumbersToCheck(db: Database): Promise<NumberToCheck[]> {
  const rows = await db
    .select({
      id: phoneNumbers.id,
      friendlyName: phoneNumbers.friendlyName,
      twilioSid: phoneNumbers.twilioSid,
      goneSince: phoneNumbers.goneSince,
      settingsBefore: phoneNumbers.settingsBefore,
      settingsWanted: phoneNumbers.settingsWanted,
      settingsConfirmed: phoneNumbers.settingsConfirmed,
      previewOrigin: phoneNumbers.previewOrigin,
      hasActiveConfiguration,
    })
    .from(phoneNumbers)
    .where(isNull(phoneNumbers.goneSince))
    .orderBy(sql`lower(${phoneNumbers.friendlyName})`, phoneNumbers.id);
  return rows.flatMap((row) => (row.twilioSid === null ? [] : [{ ...row, twilioSid: row.twilioSid }]));
}
