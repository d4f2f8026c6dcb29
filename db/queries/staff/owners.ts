import { type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Database } from "@/db/client";
import { staffUsers } from "@/db/schema";
import { refuseUnless } from "../writes/refuse-unless";

const anOwner = (condition: SQL): SQL =>
  sql`exists (select from ${staffUsers} where ${staffUsers.role} = 'owner' and ${condition})`;

/** Whether the first run is over. It never comes back: the last owner stays. */
export async function hasOwner(db: Database): Promise<boolean> {
  const [row] = await db.select({ has: sql<boolean>`${anOwner(sql`true`)}` }).from(sql`(select 1) as one`);
  return row?.has === true;
}

/**
 * The first statement of whatever may change who is an owner: such batches queue, so that the check at the end of each
 * sees what the others have done.
 */
export const lockOwners = (db: Database): BatchItem<"pg"> =>
  db.execute(sql`select pg_advisory_xact_lock(hashtextextended('owners', 3))`);

/** The refusal of `refuseSecondFirstOwner`. */
export const ownerExists = "owner_exists";

/** Ends the batch when the first run is over. */
export const refuseSecondFirstOwner = (db: Database): BatchItem<"pg"> =>
  refuseUnless(db, sql`not ${anOwner(sql`true`)}`, ownerExists);

/** The refusal of `keepAnOwner`. */
export const lastOwner = "last_owner";

/** The last statement of a batch that takes something from a staff user: ends it when nobody is left who could give it back. */
export const keepAnOwner = (db: Database): BatchItem<"pg"> =>
  refuseUnless(db, anOwner(sql`not ${staffUsers.isDisabled}`), lastOwner);
