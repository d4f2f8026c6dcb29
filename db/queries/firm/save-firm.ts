import { eq, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Database } from "@/db/client";
import { raiseVersion } from "@/db/queries/writes/raise-version";
import { refuseUnless } from "@/db/queries/writes/refuse-unless";
import { firmSettings, phoneNumbers } from "@/db/schema";
import type { FirmSettings } from "./get-firm-settings";

/** The id of the one row, as activity names its subject. */
export const firmId = "1";

/** The refusal of a fallback number that is a line of ours: a call would go round. */
export const fallbackIsOurs = "firm_settings_fallback_number_not_ours";

/** The statements that save the settings over the version that was seen. */
export function saveFirm(db: Database, { version, ...settings }: FirmSettings): BatchItem<"pg">[] {
  const { fallbackNumber } = settings;
  return [
    raiseVersion(db, firmSettings, { id: firmId, version }),
    ...(fallbackNumber === null
      ? []
      : [
          refuseUnless(
            db,
            sql`not exists (select from ${phoneNumbers} where ${phoneNumbers.number} = ${fallbackNumber})`,
            fallbackIsOurs,
          ),
        ]),
    db
      .update(firmSettings)
      .set(settings)
      .where(eq(firmSettings.id, Number(firmId))),
  ];
}
