import { type SQL, sql } from "drizzle-orm";
import { configurations, phoneNumbers } from "@/db/schema";

/** Whether calls to a number are meant to come here, whether or not Twilio has been told. */
export const hasActiveConfiguration: SQL<boolean> = sql`exists (
  select from ${configurations}
  where ${configurations.phoneNumberId} = ${phoneNumbers.id} and ${configurations.isActive}
)`;
