import { fileURLToPath } from "node:url";
import { afterMigrations } from "./after-migrations";
import { applyMigrations } from "./apply-migrations";
import type { Database } from "./client";
import { type Migration, readMigrations } from "./read-migrations";

/** The migrations of this release, oldest first. */
export const ownMigrations = (): Migration[] =>
  readMigrations(fileURLToPath(new URL("./migrations", import.meta.url)));

/**
 * Brings a database up to date with this release.
 *
 * @returns the names of the migrations that were applied
 * @throws MigrationError if one fails, or if the database's history is not the beginning of ours
 */
export async function migrateToLatest(db: Database): Promise<string[]> {
  const applied = await applyMigrations(db.$client, ownMigrations());
  for (const step of afterMigrations) await step(db);
  return applied;
}
