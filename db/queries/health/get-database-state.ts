import { sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { readProductionMark } from "@/db/production-mark";

export interface DatabaseState {
  /** By the database's own clock. */
  now: Temporal.Instant;
  /** Such as "17.5". */
  postgresVersion: string;
  /** When each migration that it has was made, in milliseconds, which is also its identity. */
  migrationsApplied: number[];
  /** Of the database that production was last built for, this one or the one it is a copy of: see `lib/database-mark.ts`. */
  productionMark: string | null;
}

/** What a database says of itself, one that nothing has been migrated into included. */
export async function getDatabaseState(db: Database): Promise<DatabaseState> {
  const { rows } = await db.execute<{
    at: string;
    version: string;
    has_records: boolean;
    note: string | null;
  }>(sql`
    select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
      current_setting('server_version') as version,
      to_regclass('drizzle.__drizzle_migrations') is not null as has_records,
      obj_description(to_regnamespace('drizzle'), 'pg_namespace') as note`);
  const [said] = rows;
  if (!said) throw new Error("The database answered nothing.");
  const applied = said.has_records
    ? await db.execute<{ created_at: string }>(
        sql`select created_at from drizzle.__drizzle_migrations order by created_at`,
      )
    : { rows: [] };
  return {
    now: Temporal.Instant.from(said.at),
    postgresVersion: said.version.split(" ")[0] ?? said.version,
    migrationsApplied: applied.rows.map(({ created_at }) => Number(created_at)),
    productionMark: readProductionMark(said.note),
  };
}
