import type { BenchOffice } from "./bench-office";
import { type Contender, constantAt, makeCalls } from "./contenders";
import { median, percentile, table } from "./figures";
import { fillUpTo } from "./fill";
import { rate, runSlice, type Slice } from "./slice";
import { startPlainServer } from "./start-plain-server";

const rounds = 6;
const sliceSeconds = 1;
const warmUps = 5;
const configurationsBeside = 100;

/** Calls of each kind beside a constant edge route of the same build and a plain server, in alternating slices of one run. */
export async function benchCalls(office: BenchOffice): Promise<string> {
  const plain = await startPlainServer();
  try {
    return await measureCalls(office, plain);
  } finally {
    plain.close();
  }
}

async function measureCalls(office: BenchOffice, plain: { url: string; pid: number }): Promise<string> {
  const calls = await makeCalls(office.db, office.account);
  const [like] = await calls.open.prepare(1);
  if (!like) throw new Error("No call was prepared.");
  const constant = constantAt("constant edge route", `${office.account.baseUrl}/api/health`, like);
  const server = constantAt("plain node:http server", plain.url, like);
  const contenders = [server, constant, ...Object.values(calls)];
  await fillUpTo(office.db, configurationsBeside);
  const run = (contender: Contender, connections: number) =>
    runSlice(
      contender === server ? { ...office, app: { ...office.app, pid: plain.pid } } : office,
      contender,
      {
        connections,
        seconds: sliceSeconds,
      },
    );

  // V8 takes some thousands of requests to settle, in the app and in the embedded database.
  for (let warmUp = 0; warmUp < warmUps; warmUp += 1) {
    for (const contender of contenders) await run(contender, 16);
  }
  const rows: (string | number)[][] = [];
  for (const connections of [1, 16, 64]) {
    const slices = new Map<Contender, Slice[]>(contenders.map((contender) => [contender, []]));
    for (let round = 0; round < rounds; round += 1) {
      for (const contender of contenders) slices.get(contender)?.push(await run(contender, connections));
    }
    const constants = slices.get(constant) ?? [];
    const servers = slices.get(server) ?? [];
    for (const [{ name }, own] of slices) {
      rows.push([connections, name, ...figuresOf(own), share(own, constants), share(own, servers)]);
    }
  }
  return [
    `${rounds} rounds of ${sliceSeconds} s for each at each load, in turn; shares are medians of the rounds, latencies are of all`,
    `requests, and processor time is in milliseconds a request. The log is written within the time.\n`,
    table(
      [
        ...["at a time", "request", "requests/s", "p50 ms", "p95 ms", "p99 ms", "app CPU", "database CPU"],
        ...["of the constant route", "of node:http"],
      ],
      rows,
    ),
  ].join("\n");
}

function figuresOf(slices: Slice[]): string[] {
  const latencies = slices.flatMap((slice) => slice.latencies);
  return [
    median(slices.map(rate)).toFixed(0),
    ...[0.5, 0.95, 0.99].map((part) => percentile(latencies, part).toFixed(2)),
    cpuOf(slices, "app"),
    cpuOf(slices, "database"),
  ];
}

function cpuOf(slices: Slice[], of: keyof Slice["cpu"]): string {
  const spent = slices.flatMap(({ cpu }) => cpu[of] ?? []);
  return spent.length > 0 ? median(spent).toFixed(2) : "";
}

/** Of the requests a second that the other took in the same round. */
const share = (own: Slice[], others: Slice[]): string =>
  median(own.map((slice, round) => rate(slice) / rate(others[round] ?? slice))).toFixed(2);
