import { databaseMark } from "@/lib/database-mark";
import type { Settings } from "@/lib/settings-schema";
import type { Database } from "./client";
import { migrateToLatest } from "./migrate-to-latest";
import { noteProductionMark, refuseProductionsDatabase } from "./production-mark";

/**
 * Brings a deployment's database up to date. Production's build says whose the database is, so that no preview and no
 * developer's copy of one touches it.
 *
 * @returns the names of the migrations that were applied
 * @throws MigrationError if one fails, or if the database is production's and this is not
 */
export async function migrateDeployment(
  db: Database,
  settings: Pick<Settings, "VERCEL_ENV" | "DATABASE_URL">,
): Promise<string[]> {
  await refuseProductionsDatabase(db, settings);
  const applied = await migrateToLatest(db);
  if (settings.VERCEL_ENV === "production") await noteProductionMark(db, databaseMark(settings.DATABASE_URL));
  return applied;
}
