import { and, asc, isNotNull, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { hasActiveConfiguration } from "@/db/queries/phone-numbers/has-active-configuration";
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
      hasActiveConfiguration: sql<boolean>`${hasActiveConfiguration}`,
    })
    .from(phoneNumbers)
    .where(
      and(
        isNotNull(phoneNumbers.twilioSid),
        isNull(phoneNumbers.goneSince),
        // One that has left its preview is taken back on its own page.
        isNull(phoneNumbers.previewOrigin),
        // An import, or a database that went away after a save, leaves a number of which nothing has been wanted yet.
        sql`case
          when ${phoneNumbers.settingsWanted} is null then ${hasActiveConfiguration}
          else ${phoneNumbers.settingsWanted} is distinct from ${phoneNumbers.settingsConfirmed}
        end`,
      ),
    )
    .orderBy(asc(sql`lower(${phoneNumbers.friendlyName})`), phoneNumbers.number)
    .limit(limit);
}
