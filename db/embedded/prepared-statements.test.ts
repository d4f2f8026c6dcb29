import type { NeonQueryFunction } from "@neondatabase/serverless";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../test-database";

let database: TestDatabase;
let sql: NeonQueryFunction<false, false>;

beforeAll(async () => {
  database = await openTestDatabase();
  sql = database.db.$client;
});
afterAll(() => database.close());

async function table(name: string, columns: string) {
  await sql.query(`CREATE TABLE ${name} (${columns})`);
}

/** More often than the five times after which Postgres may settle on one plan. */
async function often(task: () => Promise<unknown>) {
  for (let time = 0; time < 8; time++) await task();
}

test("a statement that ran before sees a column that was added", async () => {
  await table("widened", "a int4");
  await sql`INSERT INTO widened VALUES (1)`;
  const read = () => sql`SELECT * FROM widened`;
  await often(async () => expect(await read()).toEqual([{ a: 1 }]));
  await sql`ALTER TABLE widened ADD COLUMN b text DEFAULT 'new'`;
  await often(async () => expect(await read()).toEqual([{ a: 1, b: "new" }]));
});

test("a parameter takes the new type of its column", async () => {
  await table("retyped", "code int4");
  const insert = (code: string) => sql`INSERT INTO retyped VALUES (${code})`;
  await insert("7");
  await sql`ALTER TABLE retyped ALTER COLUMN code TYPE text`;
  await insert("007");
  expect(await sql`SELECT code FROM retyped ORDER BY code`).toEqual([{ code: "007" }, { code: "7" }]);
});

test("a statement sees a change that was made beside it in one transaction", async () => {
  await table("changed", "a int4");
  const read = sql`SELECT * FROM changed`;
  await read;
  const results = await sql.transaction([
    sql`INSERT INTO changed VALUES (1)`,
    sql`SELECT * FROM changed`,
    sql`ALTER TABLE changed ADD COLUMN b int4 DEFAULT 2`,
    sql`SELECT * FROM changed`,
  ]);
  expect(results).toEqual([[], [{ a: 1 }], [], [{ a: 1, b: 2 }]]);
});

test("a statement sees a change that a function made unseen", async () => {
  await table("secretly", "a int4");
  await sql`INSERT INTO secretly VALUES (1)`;
  await sql`CREATE FUNCTION widen() RETURNS void LANGUAGE plpgsql
    AS $$ BEGIN ALTER TABLE secretly ADD COLUMN b int4 DEFAULT 2; END $$`;
  const read = () => sql`SELECT * FROM secretly`;
  await often(read);
  await sql`SELECT widen()`;
  expect(await read()).toEqual([{ a: 1, b: 2 }]);
});

test("a table that was dropped and made again is the new one", async () => {
  const read = () => sql`SELECT * FROM remade`;
  await table("remade", "a int4");
  await often(read);
  await sql`DROP TABLE remade`;
  await expect(read()).rejects.toMatchObject({ code: "42P01" });
  await table("remade", "a text");
  await sql`INSERT INTO remade VALUES ('x')`;
  expect(await read()).toEqual([{ a: "x" }]);
});

test("what was prepared in a transaction that failed can be used again", async () => {
  await table("retried", "a int4 PRIMARY KEY");
  const insert = (a: number) => sql`INSERT INTO retried VALUES (${a}) RETURNING a`;
  const count = () => sql`SELECT count(*)::int4 AS n FROM retried`;
  await expect(sql.transaction([insert(1), insert(1), count()])).rejects.toMatchObject({ code: "23505" });
  expect(await sql.transaction([insert(1), count()])).toEqual([[{ a: 1 }], [{ n: 1 }]]);
});

test("more different statements than are kept give their own answers, twice over", async () => {
  const numbers = Array.from({ length: 230 }, (_, index) => index);
  const read = (number: number) => sql.query(`SELECT ${number} + $1::int4 AS n`, [1]);
  for (const _ of [1, 2]) {
    const results = await sql.transaction(numbers.map(read));
    expect(results).toEqual(numbers.map((number) => [{ n: number + 1 }]));
    for (const number of [0, 115, 229, 0]) expect(await read(number)).toEqual([{ n: number + 1 }]);
  }
});

test("a setting, a temporary table and a lock do not outlive their request", async () => {
  await sql`SET statement_timeout = '12345ms'`;
  expect(await sql`SELECT current_setting('statement_timeout') AS value`).toEqual([{ value: "0" }]);
  await sql`CREATE TEMPORARY TABLE passing (a int4)`;
  await expect(sql`SELECT * FROM passing`).rejects.toMatchObject({ code: "42P01" });
});
