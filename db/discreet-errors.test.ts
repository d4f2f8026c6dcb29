import { inspect } from "node:util";
import { NeonDbError } from "@neondatabase/serverless";
import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, test } from "vitest";
import { printErrorsDiscreetly } from "./discreet-errors";

printErrorsDiscreetly();

const refused = Object.assign(new NeonDbError("duplicate key value violates unique constraint"), {
  code: "23505",
  constraint: "people_number_unique",
  detail: "Key (number)=(+14155550123) already exists.",
});

test("a statement that failed is printed without what it was asked about", () => {
  const query = "select name from people where number = $1 and email = $2";
  const error = new DrizzleQueryError(query, ["+14155550123", "olive@example.com"], refused);
  const printed = inspect(Object.assign(error, { digest: "4711" }));
  expect(printed).toContain(query);
  expect(printed).toContain("discreet-errors.test.ts");
  expect(printed).toContain("digest: 4711");
  expect(printed).toContain("because: NeonDbError: duplicate key value");
  expect(printed).toContain("(23505)");
  expect(printed).not.toMatch(/4155550123|olive/);
});

test("so is what Postgres refused, inside another error too", () => {
  const printed = inspect(new Error("The page could not be made", { cause: refused }));
  expect(printed).toContain("people_number_unique");
  expect(printed).not.toContain("4155550123");
});

test("a network that failed is told with its cause", () => {
  const cause = new TypeError("fetch failed", { cause: new Error("connect ECONNREFUSED") });
  const printed = inspect(new DrizzleQueryError("select 1", [], cause));
  expect(printed).toContain("because: TypeError: fetch failed");
  expect(printed).toContain("because: Error: connect ECONNREFUSED");
});
