import { type SQL, sql } from "drizzle-orm";
import { firmSettings } from "@/db/schema/firm-settings";
import { phoneNumbers } from "@/db/schema/phone-numbers";

/** As lib/call's `Firm`. */
export const firmAsJson: SQL = sql`json_build_object(
  'name', ${firmSettings.name}, 'fallbackNumber', ${firmSettings.fallbackNumber},
  'voice', json_build_object('name', ${firmSettings.voice}, 'language', ${firmSettings.language})
)`;

/** As lib/call's `Line`; null where the joined number is none of ours. */
export const lineAsJson: SQL = sql`case when ${phoneNumbers.id} is not null then
  json_build_object('number', ${phoneNumbers.number}, 'name', ${phoneNumbers.friendlyName})
end`;
