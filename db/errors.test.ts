import { sql } from "drizzle-orm";
import { integer, pgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "./client";
import { constraintOf, sqlStateOf } from "./errors";
import { openTestDatabase, type TestDatabase } from "./test-database";

const pegs = pgTable("pegs", { id: integer().primaryKey() });

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
  await database.db.execute(sql`CREATE TABLE pegs (id int4 CONSTRAINT pegs_once PRIMARY KEY)`);
});
afterAll(() => database.close());

const errorOf = (promise: PromiseLike<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

test("the SQLSTATE and the constraint are found alone and in a batch", async () => {
  const { db } = database;
  const insert = () => db.insert(pegs).values([{ id: 1 }, { id: 1 }]);
  for (const error of [await errorOf(insert()), await errorOf(db.batch([insert()]))]) {
    expect(sqlStateOf(error)).toBe("23505");
    expect(constraintOf(error)).toBe("pegs_once");
  }
});

test("an error that names no constraint has none", async () => {
  const error = await errorOf(database.db.execute(sql`SELECT 1 / 0`));
  expect(sqlStateOf(error)).toBe("22012");
  expect(constraintOf(error)).toBeNull();
});

test("a database that is away has no SQLSTATE, and neither has any other error", async () => {
  const away = connect({ ...database, httpEndpoint: "http://127.0.0.1:9/sql" });
  const systemError = Object.assign(new Error("no file"), { code: "ENOENT" });
  for (const error of [await errorOf(away.execute(sql`SELECT 1`)), systemError, "text", null, undefined]) {
    expect(sqlStateOf(error)).toBeNull();
    expect(constraintOf(error)).toBeNull();
  }
});
