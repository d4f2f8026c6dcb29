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

/** Below this a measurement says more about the machine than about the statement. */
const leastMilliseconds = 4;

/** What the same things cost among few rows and among many, printed as a table. */
export interface Growth {
  few: number;
  many: number;
  withFew: ReadonlyMap<string, Cost>;
  withMany: ReadonlyMap<string, Cost>;
}

/**
 * Prints what everything costs, and tells what grows.
 *
 * @param mostTimes how many times the time among few rows it may take among many.
 */
export function findGrowth({ few, many, withFew, withMany }: Growth, mostTimes: number) {
  const table = [...withMany].map(([name, { milliseconds, statements }]) => {
    const before = withFew.get(name)?.milliseconds ?? Number.NaN;
    const times = Math.max(milliseconds, leastMilliseconds) / Math.max(before, leastMilliseconds);
    return { name, statements, before, milliseconds, times };
  });
  console.log(
    `| what | statements | ms of ${few} | ms of ${many} | times |\n| --- | --- | --- | --- | --- |`,
  );
  for (const { name, statements, before, milliseconds, times } of table) {
    console.log(
      `| ${[name, statements, before.toFixed(1), milliseconds.toFixed(1), times.toFixed(2)].join(" | ")} |`,
    );
  }
  return {
    // Of few rows the greater part may be asked for, and reading all of them is right.
    wholeScans: [...withMany].flatMap(([name, cost]) => cost.wholeScans.map((plan) => `${name}\n${plan}`)),
    tooSlow: table.filter(({ times }) => !(times <= mostTimes)),
  };
}
