import { and, eq, ne, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { staffUsers } from "@/db/schema";

/** The first few of those who may change what happens on a call, owners before managers. */
export async function listNamesOfManagers(db: Database, most: number): Promise<string[]> {
  const rows = await db
    .select({ name: staffUsers.name })
    .from(staffUsers)
    .where(and(ne(staffUsers.role, "staff"), eq(staffUsers.isDisabled, false)))
    .orderBy(sql`${staffUsers.role} <> 'owner'`, sql`lower(${staffUsers.name})`)
    .limit(most);
  return rows.map(({ name }) => name);
}
