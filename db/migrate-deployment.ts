import { databaseMark } from "@/lib/database-mark";
import type { Settings } from "@/lib/settings-schema";
import { prepareRecords } from "./apply-migrations";
import type { Database } from "./client";
import { migrateToLatest } from "./migrate-to-latest";
import { noteProductionMark, refuseOtherThanCopy } from "./production-mark";

/**
 * Brings a deployment's database up to date. Production's build says whose the database is, so that no preview and no
 * developer's copy of one touches it; and none of those touches one of which that has not been said.
 *
 * @returns the names of the migrations that were applied
 * @throws MigrationError if one fails, or if this is not production and the database is no copy of production's
 */
export async function migrateDeployment(
  db: Database,
  settings: Pick<Settings, "VERCEL_ENV" | "DATABASE_URL">,
): Promise<string[]> {
  await refuseOtherThanCopy(db, settings);
  if (settings.VERCEL_ENV === "production") {
    await prepareRecords(db.$client);
    await noteProductionMark(db, databaseMark(settings.DATABASE_URL));
  }
  return await migrateToLatest(db);
}
