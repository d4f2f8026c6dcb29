import { eq, ilike, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { firstChoices, mostChoices } from "@/db/queries/configurations/list-choices";
import { anywhere } from "@/db/queries/lists/list-request";
import { phoneNumbers } from "@/db/schema";

export interface CalledNumber {
  /** E.164. */
  number: string;
  name: string;
}

/**
 * The first of the work numbers that calls can be narrowed to, by name.
 *
 * @param search a part of the name or of the number; empty for any.
 * @param chosen a number that is among them, however many there are.
 */
export async function listCalledNumbers(
  db: Database,
  { search = "", chosen = "" }: { search?: string; chosen?: string } = {},
): Promise<{ numbers: CalledNumber[]; isAll: boolean }> {
  const { number, friendlyName } = phoneNumbers;
  const digits = search.replace(/\D/g, "");
  const isChosen = eq(number, chosen);
  const rows = await db
    .select({ number, name: friendlyName })
    .from(phoneNumbers)
    .where(
      or(
        isChosen,
        ilike(friendlyName, anywhere(search)),
        digits ? ilike(number, anywhere(digits)) : undefined,
      ),
    )
    .orderBy(sql`${isChosen} desc`, sql`lower(${friendlyName})`, number)
    .limit(mostChoices + 1);
  const { shown, isAll } = firstChoices(rows);
  return { numbers: shown, isAll };
}
