import { and, asc, isNotNull, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { phoneNumbers } from "@/db/schema";
import type { KnownSettings } from "@/lib/twilio/rest/number-state";

export interface UnsettledNumber extends KnownSettings {
  id: string;
  version: number;
  /** E.164. */
  number: string;
  name: string;
}

/** Numbers of the account of which something is wanted that Twilio has not confirmed, in the order of their names. */
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
    })
    .from(phoneNumbers)
    .where(
      and(
        isNotNull(phoneNumbers.twilioSid),
        isNull(phoneNumbers.goneSince),
        isNotNull(phoneNumbers.settingsWanted),
        // One that has left its preview is taken back on its own page.
        isNull(phoneNumbers.previewOrigin),
        sql`${phoneNumbers.settingsWanted} is distinct from ${phoneNumbers.settingsConfirmed}`,
      ),
    )
    .orderBy(asc(sql`lower(${phoneNumbers.friendlyName})`), phoneNumbers.number)
    .limit(limit);
}
