import journal from "../db/migrations/meta/_journal.json";

export interface MigrationState {
  applied: number;
  shipped: number;
  /** Those of this release that the database does not have, by name. */
  missing: string[];
  /** Whether the database has one that this release does not know: a newer release has been here. */
  isNewer: boolean;
}

/**
 * How far a database is migrated, next to this release.
 *
 * @param applied - when each migration that it has was made, in milliseconds.
 */
export function migrationState(applied: readonly number[]): MigrationState {
  const { entries } = journal;
  return {
    applied: applied.length,
    shipped: entries.length,
    missing: entries.filter(({ when }) => !applied.includes(when)).map(({ tag }) => tag),
    isNewer: applied.some((when) => !entries.some((entry) => entry.when === when)),
  };
}
