import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { NeonQueryFunction } from "@neondatabase/serverless";
import { migrate } from "drizzle-orm/neon-http/migrator";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startFaultProxy } from "../e2e/office/fault-proxy";
import { applyMigrations } from "./apply-migrations";
import { connect, type Database } from "./client";
import { migratedContents } from "./embedded/migrated-contents";
import { type EmbeddedDatabase, startEmbeddedDatabase } from "./embedded/start";
import { MigrationError } from "./migration-errors";
import { type Migration, readMigrations } from "./read-migrations";

let database: EmbeddedDatabase;
let db: Database;
let sql: NeonQueryFunction<false, false>;
let folder: string;

beforeAll(async () => {
  database = await startEmbeddedDatabase({ contents: await migratedContents([]) });
  db = connect(database);
  sql = db.$client;
});
afterAll(() => database.close());
beforeEach(async () => {
  await sql`DROP SCHEMA IF EXISTS drizzle CASCADE`;
  await sql`DROP SCHEMA public CASCADE`;
  await sql`CREATE SCHEMA public`;
  folder = mkdtempSync(join(tmpdir(), "switchboard-migrations-"));
  return () => rmSync(folder, { recursive: true });
});

/** As drizzle-kit writes them, and nothing else: the names say when, in the order given. */
function write(files: Record<string, string[]>): Migration[] {
  rmSync(folder, { recursive: true });
  mkdirSync(join(folder, "meta"), { recursive: true });
  const entries = Object.keys(files).map((tag, idx) => {
    writeFileSync(join(folder, `${tag}.sql`), files[tag]?.join("\n--> statement-breakpoint\n") ?? "");
    return {
      idx,
      version: "7",
      when: Number.parseFloat(tag.replace("_", ".")) * 1_000,
      tag,
      breakpoints: true,
    };
  });
  writeFileSync(join(folder, "meta", "_journal.json"), JSON.stringify({ version: "7", entries }));
  return readMigrations(folder);
}

async function tables(): Promise<unknown[]> {
  const found = await sql`SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`;
  return found.map(({ tablename }) => tablename);
}

const makeTwo = {
  "0001_trees": ["CREATE TABLE trees (id int4)", "INSERT INTO trees VALUES (1)"],
  "0002_birds": ["CREATE TABLE birds (id int4)"],
};

test("applies what is missing, in order, and records it as Drizzle does", async () => {
  expect(await applyMigrations(sql, write(makeTwo))).toEqual(["0001_trees", "0002_birds"]);
  expect(await tables()).toEqual(["birds", "trees"]);
  const hash = createHash("sha256").update("CREATE TABLE birds (id int4)").digest("hex");
  const records = await sql`SELECT hash, created_at FROM drizzle.__drizzle_migrations ORDER BY id`;
  expect(records[1]).toEqual({ hash, created_at: "2000" });
});

test("applies nothing twice, and goes on from where it was", async () => {
  await applyMigrations(sql, write(makeTwo));
  expect(await applyMigrations(sql, write(makeTwo))).toEqual([]);
  const grown = { ...makeTwo, "0003_bees": ["CREATE TABLE bees (id int4)"] };
  expect(await applyMigrations(sql, write(grown))).toEqual(["0003_bees"]);
  expect(await sql`SELECT count(*)::int4 AS n FROM trees`).toEqual([{ n: 1 }]);
});

test("Drizzle's own migrator and this one know each other's records", async () => {
  const migrations = write(makeTwo);
  await migrate(db, { migrationsFolder: folder });
  expect(await applyMigrations(sql, migrations)).toEqual([]);
  const grown = write({ ...makeTwo, "0003_bees": ["CREATE TABLE bees (id int4)"] });
  await applyMigrations(sql, grown);
  await migrate(db, { migrationsFolder: folder });
  expect(await sql`SELECT count(*)::int4 AS n FROM drizzle.__drizzle_migrations`).toEqual([{ n: 3 }]);
});

test("several at once apply each migration once", async () => {
  const migrations = write(makeTwo);
  const applied = await Promise.all([1, 2, 3, 4].map(() => applyMigrations(sql, migrations)));
  expect(applied.flat().sort()).toEqual(["0001_trees", "0002_birds"]);
  expect(await sql`SELECT count(*)::int4 AS n FROM trees`).toEqual([{ n: 1 }]);
  expect(await sql`SELECT count(*)::int4 AS n FROM drizzle.__drizzle_migrations`).toEqual([{ n: 2 }]);
});

describe("a migration that fails", () => {
  const bad = {
    ...makeTwo,
    "0003_tags": [
      "CREATE TABLE tags (id int4)",
      "ALTER TABLE trees ADD COLUMN tag text NOT NULL",
      "SELECT 1",
    ],
  };

  test("leaves nothing behind, and can be corrected", async () => {
    await expect(applyMigrations(sql, write(bad))).rejects.toThrow(MigrationError);
    expect(await tables()).toEqual(["birds", "trees"]);
    const corrected = { ...makeTwo, "0003_tags": ["CREATE TABLE tags (id int4)"] };
    expect(await applyMigrations(sql, write(corrected))).toEqual(["0003_tags"]);
  });

  test("is named with its statement, what Postgres says, and how to go on", async () => {
    const { message } = await applyMigrations(sql, write(bad)).then(
      () => expect.fail("It was applied"),
      (error: Error) => error,
    );
    expect(message).toContain("0003_tags.sql failed at statement 2 of 3");
    expect(message).toContain("  ALTER TABLE trees ADD COLUMN tag text NOT NULL");
    expect(message).toContain('column "tag" of relation "trees" contains null values (23502)');
    expect(message).toContain("run `npm run db:migrate` again");
  });

  test.each([
    ["the first", ["SELEKT 1", "SELECT 1", "SELECT 1"], "statement 1 of 3"],
    ["the last", ["SELECT 1", "SELECT 1", "SELECT 1 / 0"], "statement 3 of 3"],
    ["the only one", ["SELECT 1 / 0"], "statement 1 of 1"],
  ])("is traced to %s of its statements", async (_, statements, where) => {
    await expect(applyMigrations(sql, write({ "0001_bad": statements }))).rejects.toThrow(where);
  });

  test("can also fail at its end", async () => {
    const statements = [
      "CREATE TABLE owners (id int4 PRIMARY KEY)",
      "CREATE TABLE pets (owner_id int4 REFERENCES owners DEFERRABLE INITIALLY DEFERRED)",
      "INSERT INTO pets VALUES (1)",
    ];
    await expect(applyMigrations(sql, write({ "0001_pets": statements }))).rejects.toThrow(
      /failed when it was committed.*\n\nPostgres says: insert or update on table "pets" violates foreign key/,
    );
    expect(await tables()).toEqual([]);
  });
});

describe("a database that does not answer", () => {
  test("while it applies a migration may have it whole, and the next time goes on from there", async () => {
    const proxy = await startFaultProxy(database.httpEndpoint);
    const through = connect({ databaseUrl: database.databaseUrl, httpEndpoint: proxy.endpoint }).$client;
    await applyMigrations(through, write({ "0001_trees": makeTwo["0001_trees"] }));
    // Carried out, and the answer lost. What is asked before is not.
    proxy.onAnswered(({ statements }) => {
      if (statements.some((text) => text.includes("ORDER BY created_at"))) proxy.setFault("cut");
    });
    await expect(applyMigrations(through, write(makeTwo))).rejects.toThrow(
      /did not answer while it applied 0002_birds.sql.*whole or not at all.*run `npm run db:migrate` again/s,
    );
    await proxy.close();
    expect(await tables()).toEqual(["birds", "trees"]);
    expect(await applyMigrations(sql, write(makeTwo))).toEqual([]);
    expect(await sql`SELECT count(*)::int4 AS n FROM drizzle.__drizzle_migrations`).toEqual([{ n: 2 }]);
  });

  test("at all is said to be away", async () => {
    const away = connect({ databaseUrl: database.databaseUrl, httpEndpoint: "http://127.0.0.1:9/sql" });
    const error = await applyMigrations(away.$client, write(makeTwo)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(MigrationError);
    expect(String(error)).toMatch(/could not be asked what it has. Nothing was changed.*DATABASE_URL/s);
  });
});

describe("a database whose history is not the beginning of ours is left alone", () => {
  test.each<[string, Record<string, string[]>, RegExp]>([
    [
      "a migration was edited",
      { ...makeTwo, "0002_birds": ["CREATE TABLE gulls (id int4)"] },
      /0002_birds.sql was changed/,
    ],
    [
      "the database is newer",
      { "0001_trees": makeTwo["0001_trees"] },
      /of 1970-01-01T00:00:02.000Z that is not among ours/,
    ],
    [
      "a migration was put before one that is applied",
      {
        "0001_trees": makeTwo["0001_trees"],
        "0001_5_moss": ["SELECT 1"],
        "0002_birds": makeTwo["0002_birds"],
      },
      /0001_5_moss.sql is older/,
    ],
  ])("when %s", async (_, files, message) => {
    await applyMigrations(sql, write(makeTwo));
    const applying = applyMigrations(sql, write({ ...files, "0009_more": ["CREATE TABLE more (id int4)"] }));
    await expect(applying).rejects.toThrow(message);
    expect(await tables()).toEqual(["birds", "trees"]);
  });
});
