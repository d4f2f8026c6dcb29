import { spawn, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { NeonQueryFunction } from "@neondatabase/serverless";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { connect } from "../client";
import { findRunning } from "./find-running";
import { forkServing } from "./fork-serving";
import { ensureLocalDatabase, type LocalDatabase } from "./local-database";
import { FolderInUseError, startEmbeddedDatabase } from "./start";

// Each of these starts Postgres in a process of its own, some of them several times.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

const template = mkdtempSync(join(tmpdir(), "switchboard-serve-"));
let parent: string;
let folder: string;

beforeAll(async () => {
  const database = await startEmbeddedDatabase({ folder: join(template, "db") });
  await database.close();
});
afterAll(() => rmSync(template, { recursive: true }));
beforeEach(() => {
  vi.stubEnv("DATABASE_URL", undefined);
  parent = mkdtempSync(join(tmpdir(), "switchboard-serve-"));
  folder = join(parent, "db");
  cpSync(template, parent, { recursive: true });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  const running = await findRunning(folder);
  if (running !== null) process.kill(running.holder.pid, "SIGTERM");
  await until(async () => (await findRunning(folder)) === null);
  rmSync(parent, { recursive: true });
});

async function until(isTrue: () => Promise<boolean>) {
  while (!(await isTrue())) await sleep(50);
}

async function use<T>(task: (sql: NeonQueryFunction<false, false>, database: LocalDatabase) => Promise<T>) {
  const database = await ensureLocalDatabase(folder);
  try {
    return await task(connect(database).$client, database);
  } finally {
    database.close();
  }
}

async function servingProcess(): Promise<number> {
  const running = await findRunning(folder);
  if (running === null) throw new Error("Nothing is running");
  return running.holder.pid;
}

test("programs that start at the same time share one database, which ends after the last of them", async () => {
  const users = await Promise.all([1, 2, 3].map(() => ensureLocalDatabase(folder)));
  expect(new Set(users.map(({ databaseUrl }) => databaseUrl)).size).toBe(1);
  const [first, second, third] = users.map((database) => connect(database).$client);
  await first?.query("CREATE TABLE notes AS SELECT 'shared' AS body");
  users[0]?.close();
  users[1]?.close();
  await sleep(4_000);
  expect(await third?.query("SELECT body FROM notes")).toEqual([{ body: "shared" }]);
  users[2]?.close();
  await until(async () => readdirSync(parent).join() === "db");
  await expect(second?.query("SELECT 1")).rejects.toThrow(/connect/);
});

test("a second opener is told who has the folder", async () => {
  await use(async () => {
    const pid = await servingProcess();
    const second = startEmbeddedDatabase({ folder });
    await expect(second).rejects.toThrow(FolderInUseError);
    await expect(second).rejects.toThrow(`in use by process ${pid} on ${hostname()}`);
  });
});

test("of several that find a stale lock at the same time, one takes the folder", async () => {
  const { pid } = spawnSync(process.execPath, ["--version"]);
  const stale = { instanceId: randomUUID(), pid, port: 9, machine: hostname() };
  writeFileSync(`${folder}.lock`, JSON.stringify(stale));
  const children = [1, 2, 3, 4].map(() => forkServing(folder));
  const reports = await Promise.all(children.map(async (child) => (await once(child, "message"))[0].type));
  expect(reports.sort()).toEqual(["in use", "in use", "in use", "ready"]);
});

test("SIGTERM closes it cleanly", async () => {
  const child = forkServing(folder);
  await once(child, "message");
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
  expect(readdirSync(parent)).toEqual(["db"]);
});

/** How often it is killed: twice here, far more often in `npm run test:deep`. */
const killRounds = Number(process.env.KILL_ROUNDS || 2);
const clients = 8;

test("every row that was acknowledged survives kill -9, and no half of a transaction does", {
  timeout: 60_000 + killRounds * 60_000,
}, async () => {
  const acknowledged = new Set<number>();
  let next = 1;
  for (let round = 1; round <= killRounds; round += 1) {
    await use(async (sql) => {
      await sql`CREATE TABLE IF NOT EXISTS debits (id int4 PRIMARY KEY, filling text)`;
      await sql`CREATE TABLE IF NOT EXISTS credits (id int4 PRIMARY KEY)`;
      const pid = await servingProcess();
      const write = async () => {
        for (;;) {
          const id = next++;
          const debit = sql`INSERT INTO debits VALUES (${id}, ${"x".repeat(id % 3_000)})`;
          await sql.transaction([debit, sql`INSERT INTO credits VALUES (${id})`]);
          acknowledged.add(id);
        }
      };
      const writers = Array.from({ length: clients }, () => write().catch(() => "stopped"));
      await until(async () => acknowledged.size > round * 100);
      // At another moment of a write each time.
      await sleep((round * 17) % 97);
      process.kill(pid, "SIGKILL");
      expect(new Set(await Promise.all(writers))).toEqual(new Set(["stopped"]));
    });
    await use(async (sql) => {
      const debits = (await sql`SELECT id FROM debits`).map(({ id }) => Number(id));
      const credits = (await sql`SELECT id FROM credits`).map(({ id }) => Number(id));
      expect(new Set(credits)).toEqual(new Set(debits));
      const found = new Set(debits);
      expect([...acknowledged].filter((id) => !found.has(id))).toEqual([]);
      process.kill(await servingProcess(), "SIGKILL");
    });
  }
});

test("kill -9 while the folder is being made leaves nothing half made", async () => {
  rmSync(folder, { recursive: true });
  for (const milliseconds of [900, 1_800]) {
    const child = forkServing(folder);
    await sleep(milliseconds);
    child.kill("SIGKILL");
    await once(child, "exit");
  }
  expect(await use((sql) => sql`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
});

test("it closes cleanly when the program that started it is killed", async () => {
  const localDatabase = fileURLToPath(new URL("./local-database.ts", import.meta.url));
  const script = `require(${JSON.stringify(localDatabase)}).ensureLocalDatabase(${JSON.stringify(folder)})
    .then(() => process.stdout.write("started"))`;
  const starter = spawn(process.execPath, ["--import", "tsx", "--eval", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(starter.stdout, "data");
  const pid = await servingProcess();
  starter.kill("SIGKILL");
  await until(async () => !existsSync(`${folder}.lock`));
  expect(pid).not.toBe(starter.pid);
  expect(readdirSync(parent)).toEqual(["db"]);
});

test("a folder of something else is left alone", async () => {
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  writeFileSync(join(folder, "thesis.txt"), "");
  await expect(ensureLocalDatabase(folder)).rejects.toThrow(/holds something else than a database/);
  expect(readdirSync(folder)).toEqual(["thesis.txt"]);
});
