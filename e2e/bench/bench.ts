import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type Database } from "@/db/client";
import { ensureLocalDatabase } from "@/db/embedded/local-database";
import { migrateToLatest } from "@/db/migrate-to-latest";
import { calls } from "@/db/schema";
import { sign } from "@/lib/twilio/signature/signature";
import { makeAction, makeLine, makePerson, makeSaying } from "../office/make-line";
import { startApp } from "../office/start-app";
import { type Account, callParameters, sid } from "../twilio/twilio";
import { emptyFill, fillUpTo } from "./fill";
import { type Load, type PreparedRequest, percentile, putUnderLoad } from "./load";

/**
 * `npm run bench`: the signed, configured call beside a constant edge route of the same build, in alternating slices of
 * one run. A machine's own figures say little; the ratio says what verifying, looking up, rendering and recording cost.
 */

const sliceSeconds = 3;
const rounds = 5;
const warmUps = 6;

async function main() {
  const folder = mkdtempSync(join(tmpdir(), "switchboard-bench-"));
  const database = await ensureLocalDatabase(join(folder, "db"));
  const db = connect(database);
  await migrateToLatest(db);
  const account = { accountSid: sid("AC"), authToken: "a token of the bench, long enough", baseUrl: "" };
  const app = await startApp({
    DATABASE_URL: database.databaseUrl,
    NEON_HTTP_ENDPOINT: database.httpEndpoint ?? "",
    TWILIO_ACCOUNT_SID: account.accountSid,
    TWILIO_AUTH_TOKEN: account.authToken,
    AUTH_SECRET: "a secret of the bench, long enough to be one",
  });
  account.baseUrl = app.baseUrl;
  try {
    await measure(db, account);
  } finally {
    await app.close();
    database.close();
    rmSync(folder, { recursive: true });
  }
}

async function measure(db: Database, account: Account): Promise<void> {
  const said = (await makeLine(db)).number;
  const team = await makeTeamLine(db);
  const callTo = async (number: string) => {
    const prepared = await prepareCalls(account, number, 4000);
    return () => prepared.pop() ?? raise("The bench ran out of prepared calls.");
  };
  // The very same request, to a route of the same runtime that answers a constant without looking at it.
  const [like] = await prepareCalls(account, said, 1);
  const constant: PreparedRequest = {
    ...(like ?? raise("No call was prepared.")),
    url: `${account.baseUrl}/api/health`,
  };

  await fillUpTo(db, 100);
  // V8 takes some thousands of calls to settle, in the app and in the embedded database.
  for (let warmUp = 0; warmUp < warmUps; warmUp += 1) {
    for (const number of [said, team]) await untilLogged(db, await callTo(number), 16);
    await putUnderLoad(() => constant, { connections: 16, seconds: sliceSeconds });
  }

  console.log(
    `${rounds} rounds of ${sliceSeconds} s each, alternating; medians. The log is written within the time.\n`,
  );
  console.log("| at a time | route | requests/s | p50 ms | p95 ms | p99 ms | of the constant route |");
  console.log("| --- | --- | --- | --- | --- | --- | --- |");
  for (const connections of [1, 16]) {
    const loads = { constant: [] as Load[], said: [] as Load[], team: [] as Load[] };
    for (let round = 0; round < rounds; round += 1) {
      loads.constant.push(await putUnderLoad(() => constant, { connections, seconds: sliceSeconds }));
      loads.said.push(await untilLogged(db, await callTo(said), connections));
      loads.team.push(await untilLogged(db, await callTo(team), connections));
    }
    const share = (calls: Load[]) =>
      median(calls.map((load, round) => rate(load) / rate(loads.constant[round] ?? load))).toFixed(2);
    printRow(connections, "constant edge route", loads.constant, "1");
    printRow(connections, "call that is told something", loads.said, share(loads.said));
    printRow(connections, "call that rings a team of three", loads.team, share(loads.team));
  }

  const few: Load[] = [];
  const many: Load[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await emptyFill(db);
    await fillUpTo(db, 100);
    few.push(await untilLogged(db, await callTo(said), 4));
    await fillUpTo(db, 10_000);
    many.push(await untilLogged(db, await callTo(said), 4));
  }
  printRow(4, "told something, of 100 configurations", few, "");
  printRow(4, "told something, of 10,000 configurations", many, "");
  const share = median(many.map(rate)) / median(few.map(rate));
  console.log(`\nWith 10,000 configurations: ${share.toFixed(2)} of the calls per second with 100.`);
}

/** Always open; rings a team of three, which is about as much to look up and to render as a call can be. */
async function makeTeamLine(db: Database): Promise<string> {
  const team = [];
  for (const name of ["Ana", "Ben", "Chloe"]) team.push({ personId: (await makePerson(db, name)).id });
  const next = await makeSaying(db, "Nobody is there.");
  const ring = await makeAction(db, "ring-all", {
    people: { people: team },
    unanswered: { actionId: next.id },
  });
  return (await makeLine(db, { openActionId: ring.id })).number;
}

/** Signed beforehand: the bench must not spend on its own side what it measures on the other. */
async function prepareCalls(account: Account, to: string, count: number): Promise<PreparedRequest[]> {
  const url = `${account.baseUrl}/api/voice`;
  const prepared: PreparedRequest[] = [];
  for (let index = 0; index < count; index += 1) {
    const form = new URLSearchParams({ AccountSid: account.accountSid, ...callParameters({ to }) });
    const body = form.toString();
    const signature = await sign(account.authToken, url, form);
    const headers = {
      "content-type": "application/x-www-form-urlencoded",
      "content-length": String(body.length),
      "x-twilio-signature": signature,
    };
    prepared.push({ method: "POST", url, headers, body });
  }
  return prepared;
}

/** A slice is over when its last call is in the log, so that writing it is part of what is measured. */
async function untilLogged(db: Database, next: () => PreparedRequest, connections: number): Promise<Load> {
  const before = await db.$count(calls);
  const started = performance.now();
  const load = await putUnderLoad(next, { connections, seconds: sliceSeconds });
  const giveUpAt = performance.now() + 30_000;
  while ((await db.$count(calls)) < before + load.requests) {
    if (performance.now() > giveUpAt) raise("Calls were answered that never reached the log.");
  }
  return { ...load, seconds: (performance.now() - started) / 1000 };
}

const rate = ({ requests, seconds }: Load): number => requests / seconds;

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function printRow(connections: number, route: string, loads: Load[], share: string): void {
  const figure = (of: (load: Load) => number, digits: number) => median(loads.map(of)).toFixed(digits);
  const latencies = [0.5, 0.95, 0.99].map((part) => figure((load) => percentile(load, part), 2));
  console.log(`| ${[connections, route, figure(rate, 0), ...latencies, share].join(" | ")} |`);
}

function raise(message: string): never {
  throw new Error(message);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
