import { asc, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { staffUsers } from "@/db/schema";

/** Whose changes can be asked for: everybody who has an account, in the order of their names. */
export const listActivityMakers = (db: Database): Promise<{ id: string; name: string }[]> =>
  db
    .select({ id: staffUsers.id, name: staffUsers.name })
    .from(staffUsers)
    .orderBy(asc(sql`lower(${staffUsers.name})`), asc(staffUsers.id));
