import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { knownCallers } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { makeAction, makePerson, makeSaying } from "@/e2e/office/make-line";
import { listMenusWithKey } from "../actions/list-menus-with-key";
import { listExtensionsBeginningWith } from "../people/list-extensions-beginning-with";
import { findKnownCaller } from "./find-known-caller";
import { listKnownCallers } from "./list-known-callers";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const request = (search: string) => ({ search, sort: "name" as const, isDescending: false, page: 1 });

describe("listKnownCallers", () => {
  it("finds by name, note and number as people write it, in the order of the names", async () => {
    const { db } = database;
    const vip = await makeSaying(db, "Straight through.");
    await db.insert(knownCallers).values([
      { number: "+14155550191", name: "Zoe Quist", note: "Landlord" },
      { number: "+14155550192", name: "ana Quist", actionId: vip.id },
    ]);
    const { rows, total } = await listKnownCallers(db, request("quist"));
    expect(total).toBe(2);
    expect(rows.map(({ name, actionName }) => [name, actionName])).toEqual([
      ["ana Quist", vip.name],
      ["Zoe Quist", null],
    ]);
    for (const search of ["landlord", "(415) 555-0191", "555-0191"]) {
      expect((await listKnownCallers(db, request(search))).rows.map(({ name }) => name)).toEqual([
        "Zoe Quist",
      ]);
    }
    const found = await findKnownCaller(db, rows[0]?.id ?? "");
    expect(found).toMatchObject({ name: "ana Quist", actionId: vip.id, actionName: vip.name, version: 1 });
    expect(await findKnownCaller(db, randomUUID())).toBeNull();
  });
});

describe("menus and extensions", () => {
  it("keep out of each other's way by the first key", async () => {
    const { db } = database;
    const sales = await makeSaying(db, "Sales.");
    const menu = (takesExtensions: boolean) =>
      makeAction(db, "menu", {
        choices: { menu: [{ menuKey: "7", label: "sales", actionId: sales.id }] },
        takesExtensions: { value: takesExtensions },
        operator: { actionId: sales.id },
      });
    const open = await menu(true);
    await menu(false);
    expect(await listMenusWithKey(db, "7")).toEqual([open]);
    expect(await listMenusWithKey(db, "0")).toEqual([open]);
    expect(await listMenusWithKey(db, "8")).toEqual([]);

    await makePerson(db, "Ana", { extension: "712" });
    await makePerson(db, "Ben", { extension: "812" });
    await makePerson(db, "Cy");
    const beginning = (...keys: string[]) => listExtensionsBeginningWith(db, { keys, limit: 3 });
    expect(await beginning("7", "*", "#")).toEqual([{ extension: "712", name: "Ana" }]);
    expect(await beginning("1")).toEqual([]);
    expect(await beginning()).toEqual([]);
  });
});
