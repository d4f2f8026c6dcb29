import { type SQL, sql } from "drizzle-orm";

/** The epoch milliseconds of an instant: JSON has no type for one, and text would have to be parsed. */
export const epochMilliseconds = (instant: SQL | { getSQL(): SQL }): SQL =>
  sql`(extract(epoch from ${instant}) * 1000)::bigint`;
