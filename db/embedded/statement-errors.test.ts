import type { NeonQueryFunction } from "@neondatabase/serverless";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../test-database";

let database: TestDatabase;
let sql: NeonQueryFunction<false, false>;

beforeAll(async () => {
  database = await openTestDatabase();
  sql = database.db.$client;
  await sql`CREATE TABLE doors (id int4 PRIMARY KEY, name text NOT NULL CONSTRAINT doors_name_once UNIQUE)`;
  await sql`INSERT INTO doors VALUES (1, 'front')`;
});
afterAll(() => database.close());

test("an error has every field that Postgres sent, as text", async () => {
  const error = await sql`INSERT INTO doors VALUES (2, 'front')`.catch((error) => error);
  expect(error).toMatchObject({
    name: "NeonDbError",
    message: 'duplicate key value violates unique constraint "doors_name_once"',
    code: "23505",
    severity: "ERROR",
    detail: "Key (name)=(front) already exists.",
    schema: "public",
    table: "doors",
    constraint: "doors_name_once",
    routine: "_bt_check_unique",
  });
  expect(error.line).toMatch(/^\d+$/);
  expect(error.hint).toBeUndefined();
});

describe("Postgres refuses", () => {
  test.each<[string, string, unknown[], string]>([
    ["two statements in one query", "SELECT 1; SELECT 2", [], "42601"],
    ["a word that is no SQL", "SELEKT 1", [], "42601"],
    ["a table that is not there", "SELECT * FROM windows_and_doors", [], "42P01"],
    ["a missing parameter", "SELECT $1::text", [], "08P01"],
    ["a parameter too many", "SELECT $1::text", ["a", "b"], "08P01"],
    ["a parameter of another type", "SELECT $1::int4", ["twelve"], "22P02"],
    ["null where it may not be", "INSERT INTO doors VALUES (3, NULL)", [], "23502"],
    ["a division by zero", "SELECT 1 / $1::int4", [0], "22012"],
    ["a prepared statement that nobody made", "EXECUTE nothing_of_this_name", [], "26000"],
  ])("%s", async (_, text, params, code) => {
    await expect(sql.query(text, params)).rejects.toMatchObject({ code });
    await expect(sql.query(text, params)).rejects.toMatchObject({ code });
    expect(await sql`SELECT 1 AS one`).toEqual([{ one: 1 }]);
  });

  test("a position is where in the statement it stopped", async () => {
    await expect(sql.query("SELECT nothing")).rejects.toMatchObject({ code: "42703", position: "8" });
  });

  test("rows before an error in the middle of an answer are not shown", async () => {
    const divide = sql`SELECT 1 / (3 - n) AS part FROM generate_series(1, 3) AS n`;
    await expect(divide).rejects.toMatchObject({ code: "22012" });
  });
});
