import type { NeonQueryFunction } from "@neondatabase/serverless";
import { sql as raw } from "drizzle-orm";
import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../test-database";

const notes = pgTable("notes", { id: integer().primaryKey(), body: text() });

let database: TestDatabase;
let sql: NeonQueryFunction<false, false>;

beforeAll(async () => {
  database = await openTestDatabase();
  sql = database.db.$client;
  await sql`CREATE TABLE notes (id int4 PRIMARY KEY, body text)`;
});
afterAll(() => database.close());
beforeEach(async () => {
  await sql`TRUNCATE notes`;
});

const insert = (id: number, body = "") => sql`INSERT INTO notes VALUES (${id}, ${body})`;
const ids = async () => (await sql`SELECT id FROM notes ORDER BY id`).map(({ id }) => id);

test("a transaction answers each statement in its order", async () => {
  const results = await sql.transaction([insert(1), sql`SELECT count(*)::int4 AS n FROM notes`, insert(2)]);
  expect(results).toEqual([[], [{ n: 1 }], []]);
  expect(await ids()).toEqual([1, 2]);
});

test("a transaction without statements does nothing", async () => {
  expect(await sql.transaction([])).toEqual([]);
});

test("a transaction that fails leaves nothing behind", async () => {
  await expect(sql.transaction([insert(1), insert(2), insert(1), insert(3)])).rejects.toMatchObject({
    name: "NeonDbError",
    code: "23505",
    constraint: "notes_pkey",
  });
  expect(await ids()).toEqual([]);
});

test("a constraint that is checked at the end undoes what came before", async () => {
  await sql`CREATE TABLE replies (id int4 PRIMARY KEY, note_id int4 REFERENCES notes DEFERRABLE INITIALLY DEFERRED)`;
  await expect(sql.transaction([insert(1), sql`INSERT INTO replies VALUES (1, 99)`])).rejects.toMatchObject({
    code: "23503",
  });
  expect(await ids()).toEqual([]);
  await sql.transaction([sql`INSERT INTO replies VALUES (1, 5)`, insert(5)]);
  expect(await ids()).toEqual([5]);
  await sql`DROP TABLE replies`;
});

test.each([
  ["ReadCommitted", "read committed"],
  ["RepeatableRead", "repeatable read"],
  ["Serializable", "serializable"],
] as const)("the isolation level %s is used", async (isolationLevel, expected) => {
  const show = sql`SELECT current_setting('transaction_isolation') AS level`;
  expect(await sql.transaction([show], { isolationLevel })).toEqual([[{ level: expected }]]);
});

test("a transaction that is to read only may not write", async () => {
  await expect(sql.transaction([insert(1)], { readOnly: true })).rejects.toMatchObject({ code: "25006" });
  const show = sql`SELECT current_setting('transaction_deferrable') AS deferrable`;
  const options = { isolationLevel: "Serializable", readOnly: true, deferrable: true } as const;
  expect(await sql.transaction([show], options)).toEqual([[{ deferrable: "on" }]]);
  await insert(1);
  expect(await ids()).toEqual([1]);
});

test("a transaction that one request leaves open is not the next one's", async () => {
  await sql`BEGIN`;
  await insert(1);
  await sql`ROLLBACK`;
  expect(await ids()).toEqual([1]);
});

test("Drizzle's batch is one transaction", async () => {
  const { db } = database;
  const [, found] = await db.batch([
    db.insert(notes).values({ id: 1, body: "one" }),
    db.select().from(notes),
    db.execute(raw`SELECT 1`),
  ]);
  expect(found).toEqual([{ id: 1, body: "one" }]);
  const failing = db.batch([db.delete(notes), db.insert(notes).values([{ id: 2 }, { id: 2 }])]);
  await expect(failing).rejects.toMatchObject({ code: "23505" });
  expect(await ids()).toEqual([1]);
});

test("a query that Drizzle prepared once can be run with other values", async () => {
  const { db } = database;
  await sql.transaction([insert(1, "one"), insert(2, "two")]);
  const find = db
    .select({ body: notes.body })
    .from(notes)
    .where(raw`${notes.id} = ${raw.placeholder("id")}`)
    .prepare("find_note");
  expect(await find.execute({ id: 2 })).toEqual([{ body: "two" }]);
  expect(await find.execute({ id: 1 })).toEqual([{ body: "one" }]);
  expect(await find.execute({ id: 3 })).toEqual([]);
});

test("transactions of fifty requests at once do not mix", async () => {
  await insert(0, "0");
  const raise = sql`UPDATE notes SET body = (body::int4 + 1)::text WHERE id = 0 RETURNING body::int4 AS n`;
  const requests = Array.from({ length: 50 }, async (_, index) => {
    const id = index + 1;
    if (index % 5 === 0) return await sql`SELECT ${id}::int4 AS n`;
    if (index % 5 === 1)
      return await sql.transaction([insert(id), raise, insert(0)]).catch((error) => error.code);
    const [[first], , [second]] = (await sql.transaction([raise, insert(id), raise])) as [
      { n: number }[],
      [],
      { n: number }[],
    ];
    return (second?.n ?? 0) - (first?.n ?? 0);
  });
  const answers = await Promise.all(requests);
  answers.forEach((answer, index) => {
    const expected = [[{ n: index + 1 }], "23505", 1, 1, 1][index % 5];
    expect(answer).toEqual(expected);
  });
  expect(await ids()).toEqual([0, ...answers.flatMap((answer, index) => (answer === 1 ? [index + 1] : []))]);
  expect(await sql`SELECT body FROM notes WHERE id = 0`).toEqual([{ body: "60" }]);
});
