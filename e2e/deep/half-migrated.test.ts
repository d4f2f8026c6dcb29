import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, expect, test, vi } from "vitest";
import { applyMigrations } from "@/db/apply-migrations";
import { connect } from "@/db/client";
import { findRunning } from "@/db/embedded/find-running";
import { forkServing } from "@/db/embedded/fork-serving";
import { MigrationError } from "@/db/migration-errors";
import type { Migration } from "@/db/read-migrations";

// It starts Postgres in a process of its own, twice.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let folder: string;
let child: ChildProcess;

beforeEach(async () => {
  const parent = mkdtempSync(join(tmpdir(), "switchboard-half-"));
  folder = join(parent, "db");
  await serve();
  return async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGKILL");
      await once(child, "exit");
    }
    rmSync(parent, { recursive: true });
  };
});

async function serve() {
  child = forkServing(folder);
  await once(child, "message");
}

async function clientWith(timeoutMilliseconds?: number) {
  const running = await findRunning(folder);
  if (!running) throw new Error("Nothing is running");
  return connect({ ...running, timeoutMilliseconds }).$client;
}

/** Of which the second takes its time, after it has made a table. */
const slowly = (seconds: number): Migration[] => [
  { name: "0001_trees", statements: ["CREATE TABLE trees (id int4)"], createdAt: 1000, hash: "trees" },
  {
    name: "0002_birds",
    statements: [
      "CREATE TABLE birds (id int4)",
      `SELECT pg_sleep(${seconds})`,
      "CREATE TABLE nests (id int4)",
    ],
    createdAt: 2000,
    hash: `birds ${seconds}`,
  },
];

async function state() {
  const sql = await clientWith();
  const tables = await sql`SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`;
  const [records] = await sql`SELECT count(*)::int4 AS n FROM drizzle.__drizzle_migrations`;
  return { tables: tables.map(({ tablename }) => tablename), records: records?.n };
}

test("a database that is killed in the middle of a migration has none of it, and goes on from there", async () => {
  const applying = applyMigrations(await clientWith(60_000), slowly(30));
  const stopped = applying.then(
    () => expect.fail("It was applied"),
    (error: Error) => error,
  );
  await sleep(2_000);
  child.kill("SIGKILL");
  const error = await stopped;
  expect(error).toBeInstanceOf(MigrationError);
  expect(error.message).toMatch(
    /did not answer while it applied 0002_birds.sql.*whole or not at all.*\n\n.*\n\n.*run `npm run db:migrate` again/s,
  );
  await serve();
  expect(await state()).toEqual({ tables: ["trees"], records: 1 });
  expect(await applyMigrations(await clientWith(), slowly(0))).toEqual(["0002_birds"]);
  expect(await state()).toEqual({ tables: ["birds", "nests", "trees"], records: 2 });
});
