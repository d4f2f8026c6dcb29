import { and, asc, isNotNull, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { hasActiveConfiguration, isUnsettled } from "@/db/queries/phone-numbers/number-standing";
import { phoneNumbers } from "@/db/schema";
import type { KnownSettings } from "@/lib/twilio/rest/number-state";

export interface UnsettledNumber extends KnownSettings {
  id: string;
  version: number;
  /** E.164. */
  number: string;
  name: string;
}

/** Numbers of the account whose settings at Twilio are not known to be what they should be, in the order of their names. */
export function listUnsettledNumbers(db: Database, limit: number): Promise<UnsettledNumber[]> {
  return db
    .select({
      id: phoneNumbers.id,
      version: phoneNumbers.version,
      number: phoneNumbers.number,
      name: phoneNumbers.friendlyName,
      twilioSid: phoneNumbers.twilioSid,
      goneSince: phoneNumbers.goneSince,
      settingsBefore: phoneNumbers.settingsBefore,
      settingsWanted: phoneNumbers.settingsWanted,
      settingsConfirmed: phoneNumbers.settingsConfirmed,
      hasActiveConfiguration,
    })
    .from(phoneNumbers)
    .where(
      and(
        isNotNull(phoneNumbers.twilioSid),
        isNull(phoneNumbers.goneSince),
        // One that has left its preview is taken back on its own page.
        isNull(phoneNumbers.previewOrigin),
        isUnsettled,
      ),
    )
    .orderBy(asc(sql`lower(${phoneNumbers.friendlyName})`), phoneNumbers.number)
    .limit(limit);
}
