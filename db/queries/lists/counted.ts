import { sql } from "drizzle-orm";
import type { Listed } from "./list-request";

/** A column that tells on each row how many there are on all pages, so that a list is one statement. */
export const totalOfAll = sql<number>`(count(*) over ())::int`.as("total_of_all");

/** Takes the count off the rows again. Past the last page there is no row to tell it, and it reads 0. */
export function counted<Row extends { total: number }>(rows: Row[]): Listed<Omit<Row, "total">> {
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}
