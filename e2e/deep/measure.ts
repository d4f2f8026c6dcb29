import type { DeepDatabase } from "./open-deep-database";

/** What one thing that the app does costs. */
export interface Cost {
  /** The median of several runs. */
  milliseconds: number;
  statements: number;
  /** Plans that read a whole table which grows with the calls. */
  wholeScans: string[];
}

const runs = 7;

/**
 * Runs something several times over the watched database, and asks Postgres how it goes about each of the statements.
 *
 * @param growing the tables of which no plan may read the whole.
 */
export async function costOf(
  { db, watch }: DeepDatabase,
  growing: readonly string[],
  run: () => Promise<unknown>,
): Promise<Cost> {
  await run();
  watch.takeRequests();
  await run();
  const sent = watch
    .takeRequests()
    .flatMap(({ statements, parameters }) =>
      statements.map((text, index) => ({ text, parameters: parameters[index] ?? [] })),
    );
  const wholeScans: string[] = [];
  for (const { text, parameters } of sent) {
    const plan = await db.$client.query(`explain ${text}`, parameters);
    const lines = plan.map((row) => String(row["QUERY PLAN"]));
    const isWhole = (line: string) =>
      growing.some((table) => new RegExp(`Seq Scan on "?${table}"?\\b`).test(line));
    if (lines.some(isWhole)) wholeScans.push(lines.join("\n"));
  }
  const times: number[] = [];
  for (let count = 0; count < runs; count += 1) {
    const started = performance.now();
    await run();
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return {
    milliseconds: times[Math.floor(runs / 2)] ?? Number.NaN,
    statements: sent.length,
    wholeScans,
  };
}
