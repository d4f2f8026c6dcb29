import type { Database } from "@/db/client";
import { firmSettings } from "@/db/schema";

export interface Firm {
  name: string;
  /** ISO 3166-1 alpha-2: how numbers are written. */
  country: string;
  /** IANA name. */
  timeZone: string;
}

/** @throws if the database has not been migrated. */
export async function getFirm(db: Database): Promise<Firm> {
  const [firm] = await db
    .select({ name: firmSettings.name, country: firmSettings.country, timeZone: firmSettings.timeZone })
    .from(firmSettings);
  if (!firm) throw new Error("The row of firm_settings is missing: the database has not been migrated.");
  return firm;
}
