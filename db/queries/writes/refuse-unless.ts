import { type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Database } from "@/db/client";

/**
 * A statement for a batch: ends the whole of it, with nothing written, unless the condition holds. Drizzle's batch goes
 * on after an UPDATE that found no row, so whatever must be true before a write has to raise.
 *
 * @param name what `constraintOf` of the error will answer. Its SQLSTATE is SB002: Postgres itself uses no class SB.
 */
export const refuseUnless = (db: Database, condition: SQL, name: string): BatchItem<"pg"> =>
  db.execute(sql`select refuse_unless((${condition}), ${name})`);
