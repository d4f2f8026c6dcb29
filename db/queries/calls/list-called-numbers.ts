import { asc } from "drizzle-orm";
import type { Database } from "@/db/client";
import { phoneNumbers } from "@/db/schema";

/** The work numbers that the log can be narrowed to, by name. */
export const listCalledNumbers = (db: Database): Promise<{ number: string; name: string }[]> =>
  db
    .select({ number: phoneNumbers.number, name: phoneNumbers.friendlyName })
    .from(phoneNumbers)
    .orderBy(asc(phoneNumbers.friendlyName))
    .limit(mostOffered);

/** More would make a list that nobody reads. */
const mostOffered = 500;
