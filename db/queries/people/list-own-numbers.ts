import { inArray } from "drizzle-orm";
import type { Database } from "@/db/client";
import { phoneNumbers } from "@/db/schema";

/** Which of these numbers are lines of ours, each with the line's name: a phone of somebody's must not be. */
export async function listOwnNumbers(
  db: Database,
  numbers: readonly string[],
): Promise<{ number: string; lineName: string }[]> {
  if (numbers.length === 0) return [];
  return db
    .select({ number: phoneNumbers.number, lineName: phoneNumbers.friendlyName })
    .from(phoneNumbers)
    .where(inArray(phoneNumbers.number, [...numbers]));
}
