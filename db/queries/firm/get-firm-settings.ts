import type { Database } from "@/db/client";
import { firmSettings } from "@/db/schema";
import type { Firm } from "./get-firm";

export interface FirmSettings extends Firm {
  /** A `<Say>` voice of Twilio's. */
  voice: string;
  /** BCP 47. */
  language: string;
  /** E.164. */
  fallbackNumber: string | null;
  version: number;
}

/** @throws if the database has not been migrated. */
export async function getFirmSettings(db: Database): Promise<FirmSettings> {
  const [found] = await db
    .select({
      name: firmSettings.name,
      country: firmSettings.country,
      timeZone: firmSettings.timeZone,
      voice: firmSettings.voice,
      language: firmSettings.language,
      fallbackNumber: firmSettings.fallbackNumber,
      version: firmSettings.version,
    })
    .from(firmSettings);
  if (!found) throw new Error("The row of firm_settings is missing: the database has not been migrated.");
  return found;
}
