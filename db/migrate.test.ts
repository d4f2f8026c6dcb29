import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "./client";
import { migratedContents } from "./embedded/migrated-contents";
import { type EmbeddedDatabase, startEmbeddedDatabase } from "./embedded/start";
import { ownMigrations } from "./migrate-to-latest";

let database: EmbeddedDatabase;

beforeAll(async () => {
  database = await startEmbeddedDatabase({ contents: await migratedContents([]) });
});
afterAll(() => database.close());

async function run(program: string, environment: Record<string, string> = {}) {
  const script = fileURLToPath(new URL(program, import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script], {
    env: {
      ...process.env,
      DATABASE_URL: database.databaseUrl,
      NEON_HTTP_ENDPOINT: database.httpEndpoint,
      ...environment,
    },
  });
  const said = { stdout: "", stderr: "" };
  child.stdout.on("data", (data) => {
    said.stdout += data;
  });
  child.stderr.on("data", (data) => {
    said.stderr += data;
  });
  const [code] = await once(child, "close");
  return { code, ...said };
}

const runMigrate = (VERCEL_ENV = "", databaseUrl = database.databaseUrl) =>
  run("./migrate.ts", { VERCEL_ENV, DATABASE_URL: databaseUrl });

const listSchemas = async () => {
  const found = await connect(database).$client`
    SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_|^information_schema$' ORDER BY nspname`;
  return found.map(({ nspname }) => nspname);
};

/** As on a branch of it: the note of production is a copy, and the host another. */
const branchUrl = () => database.databaseUrl.replace(/@[^/]+/, "@branch.example");

test("what is built before production begins no database, and production then takes it", {
  timeout: 120_000,
}, async () => {
  const before = await listSchemas();
  for (const program of ["./migrate.ts", "./embedded/dev.ts"]) {
    for (const VERCEL_ENV of ["preview", "development"]) {
      const { code, stdout, stderr } = await run(program, { VERCEL_ENV });
      expect([code, stdout]).toEqual([1, ""]);
      expect(stderr).toMatch(
        new RegExp(
          `^DATABASE_URL is a database that no build for production has marked, and this is for ${VERCEL_ENV}`,
        ),
      );
      expect(stderr).toContain("Deploy production first");
    }
  }
  expect(await listSchemas()).toEqual(before);

  // A build for production that stops half way has said all the same whose the database is.
  const { $client: sql } = connect(database);
  await sql`CREATE TABLE public.staff_users (in_the_way int4)`;
  const stopped = await runMigrate("production");
  expect(stopped.code).toBe(1);
  expect(stopped.stderr).toContain("was rolled back whole");
  expect((await runMigrate("preview")).stderr).toMatch(/^DATABASE_URL is production's own database/);
  await sql`DROP TABLE public.staff_users`;
  expect(await runMigrate("production")).toMatchObject({ code: 0, stderr: "" });
  expect(await runMigrate("preview", branchUrl())).toEqual({
    code: 0,
    stdout: "The database is up to date.\n",
    stderr: "",
  });
  await sql`DROP SCHEMA drizzle CASCADE`;
  await sql`DROP SCHEMA public CASCADE`;
  await sql`CREATE SCHEMA public`;
});

test("db:migrate says what it did, does it once, and stops with a reason", { timeout: 120_000 }, async () => {
  const names = ownMigrations().map(({ name }) => name);
  const production = await runMigrate("production");
  expect(production).toEqual({ code: 0, stdout: `Applied ${names.join(", ")}.\n`, stderr: "" });
  expect(await runMigrate()).toEqual({ code: 0, stdout: "The database is up to date.\n", stderr: "" });
  await connect(database).$client`INSERT INTO drizzle.__drizzle_migrations (hash, created_at)
    VALUES ('of the future', 4102444800000)`;
  const stopped = await runMigrate("preview", branchUrl());
  expect([stopped.code, stopped.stdout]).toEqual([1, ""]);
  expect(stopped.stderr).toMatch(
    /^This database has a migration of 2100-01-01T00:00:00.000Z that is not among ours/,
  );

  // A preview that was given production's own stops before it looks at migrations.
  const preview = await runMigrate("preview");
  expect([preview.code, preview.stdout]).toEqual([1, ""]);
  expect(preview.stderr).toMatch(/^DATABASE_URL is production's own database, and this is for preview/);
  expect(preview.stderr).toContain("untick Preview and Development");

  // So does `npm run dev`, which would otherwise also start on a database that is not the one its code is for.
  const dev = await run("./embedded/dev.ts", { VERCEL_ENV: "development" });
  expect([dev.code, dev.stdout]).toEqual([1, ""]);
  expect(dev.stderr).toBe(preview.stderr.replace("is for preview", "is for development"));
});
