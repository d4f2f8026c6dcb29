import { sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { refuseUnless } from "./refuse-unless";

/** A table whose rows are edited by people. */
export type VersionedTable = PgTable & { id: AnyPgColumn; version: AnyPgColumn; updatedAt?: AnyPgColumn };

/** What a save is about: the row, and the version of it that the person saw. */
export interface SeenVersion {
  id: string;
  version: number;
}

/** The refusal of `raiseVersion`. */
export const staleVersion = "stale_version";

/**
 * The first statement of a save: claims the next version of a row, or ends the batch with `staleVersion` when somebody
 * has saved or deleted it since. Whoever comes second waits for the first one's commit, and then is refused.
 */
export function raiseVersion(
  db: Database,
  table: VersionedTable,
  { id, version }: SeenVersion,
): BatchItem<"pg"> {
  const touched = table.updatedAt ? sql`, updated_at = now()` : sql``;
  return db.execute(sql`
    with raised as (
      update ${table} set version = version + 1${touched}
      where ${table.id} = ${id} and ${table.version} = ${version}
      returning 1
    )
    select refuse_unless(exists (select from raised), ${staleVersion})
  `);
}

/** The same refusal, without claiming a version: for what has to be asked before something that no batch can take back. */
export function refuseStale(
  db: Database,
  table: VersionedTable,
  { id, version }: SeenVersion,
): BatchItem<"pg"> {
  return refuseUnless(
    db,
    sql`exists (select from ${table} where ${table.id} = ${id} and ${table.version} = ${version})`,
    staleVersion,
  );
}
