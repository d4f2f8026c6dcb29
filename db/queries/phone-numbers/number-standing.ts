import { type SQL, sql } from "drizzle-orm";
import { configurations, phoneNumbers } from "@/db/schema";

/**
 * Whether calls to a number are meant to come here, whether or not Twilio has been told. Columns are named with their table
 * by hand: in a select of one table Drizzle leaves it out, and the configuration's own id would be meant.
 */
export const hasActiveConfiguration: SQL<boolean> = sql`exists (
  select from ${configurations}
  where ${configurations}.phone_number_id = ${phoneNumbers}.id and ${configurations}.is_active
)`;

/**
 * Whether Twilio has not confirmed what is wanted of a number. An import, or a database that went away after a save, leaves
 * one of which nothing has been wanted yet, though its calls are meant to come here.
 */
export const isUnsettled: SQL<boolean> = sql`case
  when ${phoneNumbers.settingsWanted} is null then ${hasActiveConfiguration}
  else ${phoneNumbers.settingsWanted} is distinct from ${phoneNumbers.settingsConfirmed}
end`;
