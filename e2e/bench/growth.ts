import { sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { fillCalls } from "../deep/fill-calls";
import type { BenchOffice } from "./bench-office";
import { type Contender, constantAt, makeCalls } from "./contenders";
import { median, percentile, table } from "./figures";
import { fillPeople, fillUpTo } from "./fill";
import { rate, runSlice } from "./slice";

const rounds = 5;
const sliceSeconds = 1;
const connections = 4;
const configurationsBeside = [100, 10_000, 100_000];
const callsInLog = [10_000, 1_000_000];

/**
 * The same call among ever more configurations, and with ever more calls in the log. Each size has slices of the constant
 * route in turn with its own: the machine may be busier by the time that the next one is filled.
 */
export async function benchGrowth(office: BenchOffice): Promise<string> {
  const { open } = await makeCalls(office.db, office.account);
  const [like] = await open.prepare(1);
  if (!like) throw new Error("No call was prepared.");
  const constant = constantAt("constant", `${office.account.baseUrl}/api/health`, like);
  for (let warmUp = 0; warmUp < 2 * rounds; warmUp += 1) await measure(office, open, constant, 1);

  const rows: (string | number)[][] = [];
  for (const count of configurationsBeside) {
    await fillUpTo(office.db, count);
    rows.push([`${inThousands(count)} configurations`, ...(await measure(office, open, constant, rounds))]);
  }
  await fillPeople(office.db, 12);
  let filled = 0;
  for (const count of callsInLog) {
    await fillCalls(office.db, {
      from: filled,
      to: count,
      newest: Temporal.Now.instant().subtract({ hours: 1 }),
    });
    filled = count;
    const size = `as many, and ${inThousands(count)} calls in the log`;
    rows.push([size, ...(await measure(office, open, constant, rounds))]);
  }
  const perCall = await bytesPerCall(office);
  return [
    `${connections} at a time, ${rounds} rounds of ${sliceSeconds} s for each, in turn with the constant route.\n`,
    table(["a call among", "requests/s", "p50 ms", "p99 ms", "of the constant route"], rows),
    `\nIn the database a call with its steps takes ${perCall} bytes, indexes included.`,
  ].join("\n");
}

async function measure(office: BenchOffice, call: Contender, constant: Contender, times: number) {
  const load = { connections, seconds: sliceSeconds };
  const rates: number[] = [];
  const shares: number[] = [];
  const latencies: number[] = [];
  for (let round = 0; round < times; round += 1) {
    const beside = await runSlice(office, constant, load);
    const slice = await runSlice(office, call, load);
    rates.push(rate(slice));
    shares.push(rate(slice) / rate(beside));
    latencies.push(...slice.latencies);
  }
  return [
    median(rates).toFixed(0),
    percentile(latencies, 0.5).toFixed(2),
    percentile(latencies, 0.99).toFixed(2),
    median(shares).toFixed(2),
  ];
}

async function bytesPerCall({ db }: BenchOffice): Promise<number> {
  const { rows } = await db.execute<{ bytes: string }>(sql`
    select round((pg_total_relation_size('calls') + pg_total_relation_size('call_events'))::numeric
      / (select count(*) from calls)) as bytes
  `);
  return Number(rows[0]?.bytes);
}

const inThousands = (count: number): string => count.toLocaleString("en");
