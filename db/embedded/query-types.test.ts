import type { NeonQueryFunction } from "@neondatabase/serverless";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../test-database";

let database: TestDatabase;
let sql: NeonQueryFunction<false, false>;

beforeAll(async () => {
  database = await openTestDatabase();
  sql = database.db.$client;
});
afterAll(() => database.close());

async function evaluate(expression: string, params: unknown[] = []): Promise<unknown> {
  const [row] = await sql.query(`SELECT ${expression} AS value`, params);
  return row?.value;
}

// Drizzle leaves dates and times as Postgres prints them.
describe("a value comes back as", () => {
  test.each<[string, string, unknown]>([
    ["a number from int4", "2147483647", 2147483647],
    ["text from int8, which a number may not hold", "9007199254740993::int8", "9007199254740993"],
    ["text from numeric, digits and all", "1234567890.123456789000::numeric", "1234567890.123456789000"],
    ["a number from float8", "0.1::float8 + 0.2::float8", 0.30000000000000004],
    ["a boolean", "1 = 1", true],
    ["null", "NULL::int4", null],
    ["an empty string", "''", ""],
    ["text beyond ASCII", "'Zoë 東京 👩‍👩‍👧 \u{1F600}'", "Zoë 東京 👩‍👩‍👧 \u{1F600}"],
    ["text with quotes, backslashes and line ends", `E'"\\'\\\\\\n\\t'`, `"'\\\n\t`],
    ["a value from json", `'{"a":[1,null,"x"]}'::json`, { a: [1, null, "x"] }],
    ["a value from jsonb", `'{"b":{"c":true}}'::jsonb`, { b: { c: true } }],
    ["null from a null in json", "'null'::jsonb", null],
    ["an array of numbers", "ARRAY[1,NULL,3]::int4[]", [1, null, 3]],
    ["an array of text", `ARRAY['a,b','c"d','','NULL',NULL]`, ["a,b", 'c"d', "", "NULL", null]],
    ["an empty array", "ARRAY[]::text[]", []],
    ["bytes", "'\\x00ff10'::bytea", Buffer.from([0, 255, 16])],
    ["no bytes", "''::bytea", Buffer.alloc(0)],
    [
      "an instant in UTC",
      "'2026-11-01 05:30:00.123456+00'::timestamptz AT TIME ZONE 'UTC'",
      "2026-11-01 05:30:00.123456",
    ],
    ["a date", "'2028-02-29'::date", "2028-02-29"],
    ["the end of a day", "'24:00'::time", "24:00:00"],
    ["a uuid", "'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11'::uuid", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"],
    ["a range of dates", "'[2026-11-26,2026-11-27]'::daterange", "[2026-11-26,2026-11-28)"],
  ])("%s", async (_, expression, expected) => {
    expect(await evaluate(expression)).toEqual(expected);
  });

  test("an instant in the zone of the session, which is UTC", async () => {
    expect(await evaluate("'2026-03-08 01:30:00-05'::timestamptz")).toBe("2026-03-08 06:30:00+00");
  });
});

describe("a parameter arrives as it was given", () => {
  test.each<[string, string, unknown, unknown]>([
    ["text", "$1::text", 'It\'s "so" \\ and 東京', 'It\'s "so" \\ and 東京'],
    ["an empty string, which is not null", "$1::text = ''", "", true],
    ["null", "$1::text IS NULL", null, true],
    ["a number", "$1::int4 + 1", 41, 42],
    ["an int8 as text", "$1::int8", "9223372036854775807", "9223372036854775807"],
    ["a boolean", "NOT $1::bool", true, false],
    ["a list of text", "$1::text[]", ["a,b", 'c"d', "", "e\\f"], ["a,b", 'c"d', "", "e\\f"]],
    ["a list of numbers", "$1::int4[]", [3, 1, 2], [3, 1, 2]],
    ["json", "$1::jsonb", { a: [1, "zwei", null] }, { a: [1, "zwei", null] }],
    ["bytes", "$1::bytea", Buffer.from([0, 1, 254, 255]), Buffer.from([0, 1, 254, 255])],
    ["an instant", "$1::timestamptz", new Date("2026-11-26T08:00:00.005Z"), "2026-11-26 08:00:00.005+00"],
    ["text of megabytes", "length($1::text)", "é".repeat(2_000_000), 2_000_000],
  ])("%s", async (_, expression, param, expected) => {
    expect(await evaluate(expression, [param])).toEqual(expected);
  });

  test("many of them at once", async () => {
    const params = Array.from({ length: 2_000 }, (_, index) => index);
    const places = params.map((index) => `($${index + 1}::int4)`).join(",");
    const rows = await sql.query(`SELECT sum(n)::int4 AS total FROM (VALUES ${places}) AS v(n)`, params);
    expect(rows).toEqual([{ total: 1_999_000 }]);
  });
});

describe("an answer", () => {
  test("has its rows in order, however many they are", async () => {
    const rows = await sql`SELECT n, repeat('y', 100) AS filling FROM generate_series(1, 20000) AS n`;
    expect(rows).toHaveLength(20_000);
    expect(rows[0]).toEqual({ n: 1, filling: "y".repeat(100) });
    expect(rows[19_999]?.n).toBe(20_000);
  });

  test("may have one value of megabytes", async () => {
    expect(await evaluate("repeat('長', 1000000)")).toBe("長".repeat(1_000_000));
  });

  test("can be arrays, in which two columns of one name are kept apart", async () => {
    expect(await sql.query("SELECT 1 AS a, 2 AS a", [], { arrayMode: true })).toEqual([[1, 2]]);
  });

  test("describes its columns when asked for everything", async () => {
    await sql`CREATE TABLE described (id int4 PRIMARY KEY, price numeric(10,2))`;
    const result = await sql.query("SELECT id, price FROM described", [], { fullResults: true });
    expect(result.rows).toEqual([]);
    expect(result.rowAsArray).toBe(false);
    const [id, price] = result.fields;
    expect(id).toMatchObject({
      name: "id",
      dataTypeID: 23,
      columnID: 1,
      dataTypeSize: 4,
      dataTypeModifier: -1,
    });
    expect(price).toMatchObject({ name: "price", dataTypeID: 1700, columnID: 2, dataTypeModifier: 655_366 });
    expect(id?.tableID).toBeGreaterThan(0);
    expect(id?.tableID).toBe(price?.tableID);
    expect(id?.format).toBe("text");
  });

  test.each<[string, string, number | null]>([
    ["CREATE TABLE counted (n int4)", "CREATE", null],
    ["INSERT INTO counted VALUES (1), (2), (3)", "INSERT", 3],
    ["UPDATE counted SET n = n + 1 WHERE n > 1", "UPDATE", 2],
    ["DELETE FROM counted WHERE n = 99", "DELETE", 0],
    ["SELECT n FROM counted", "SELECT", 3],
    ["DROP TABLE counted", "DROP", null],
  ])("to %s says what was done and to how many rows", async (statement, command, rowCount) => {
    const result = await sql.query(statement, [], { fullResults: true });
    expect([result.command, result.rowCount]).toEqual([command, rowCount]);
  });

  test("to an insert can be the rows that it made", async () => {
    await sql`CREATE TABLE made (id int4 GENERATED ALWAYS AS IDENTITY, name text)`;
    expect(await sql`INSERT INTO made (name) VALUES (${"first"}) RETURNING id, name`).toEqual([
      { id: 1, name: "first" },
    ]);
  });

  test("to a statement without words is empty", async () => {
    expect(await sql.query("-- nothing\n")).toEqual([]);
  });
});
