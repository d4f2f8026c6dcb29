import { asc, eq, isNull, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Database } from "@/db/client";
import { raiseVersion } from "@/db/queries/writes/raise-version";
import { firmSettings, phoneNumbers } from "@/db/schema";
import { firmId } from "./save-firm";

/** A line, and whether its callers can be texted back. */
export interface TextingLine {
  name: string;
  canText: boolean;
}

/** What callers who reach nobody are sent; null while nothing is. */
export async function getTextBack(db: Database): Promise<string | null> {
  const [found] = await db.select({ textBack: firmSettings.textBack }).from(firmSettings);
  if (!found) throw new Error("The row of firm_settings is missing: the database has not been migrated.");
  return found.textBack;
}

export const listTextingLines = (db: Database): Promise<TextingLine[]> =>
  db
    .select({ name: phoneNumbers.friendlyName, canText: phoneNumbers.canSms })
    .from(phoneNumbers)
    .where(isNull(phoneNumbers.goneSince))
    .orderBy(asc(sql`lower(${phoneNumbers.friendlyName})`));

/** The statements that save it over the version of the settings that was seen. */
export const saveTextBack = (
  db: Database,
  { version, textBack }: { version: number; textBack: string | null },
): BatchItem<"pg">[] => [
  raiseVersion(db, firmSettings, { id: firmId, version }),
  db
    .update(firmSettings)
    .set({ textBack })
    .where(eq(firmSettings.id, Number(firmId))),
];
