import type { BatchItem } from "drizzle-orm/batch";

/** A statement takes 65,535 parameters at most, and no row of ours has more than thirty. */
const mostRows = 2000;

/** One statement for every so many rows; none for none. */
export function inChunks<Row>(
  rows: readonly Row[],
  statement: (some: Row[]) => BatchItem<"pg">,
): BatchItem<"pg">[] {
  const statements: BatchItem<"pg">[] = [];
  for (let from = 0; from < rows.length; from += mostRows) {
    statements.push(statement(rows.slice(from, from + mostRows)));
  }
  return statements;
}
