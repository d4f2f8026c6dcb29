import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { knownCallers, phoneNumbers } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { makeLine, makePerson } from "@/e2e/office/make-line";
import { findAnything, findableKinds } from "./find-anything";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await makePerson(database.db, "Ana 100% Lima", { numbers: ["+12125550171", "+41446681800"] });
  await makeLine(database.db);
});
afterAll(() => database.close());

const find = (search: string, kinds = findableKinds as readonly (typeof findableKinds)[number][]) =>
  findAnything(database.db, { search, kinds });

describe("findAnything", () => {
  it.each(["ana", "LIMA", "100%", "(212) 555-0171", "668 18"])("finds a person by “%s”", async (search) => {
    expect(await find(search)).toMatchObject([{ kind: "person", name: "Ana 100% Lima", detail: null }]);
  });

  it.each(["100_", "Xavier", "+19995550000"])("finds nobody by “%s”", async (search) => {
    expect(await find(search)).toEqual([]);
  });

  it("finds each kind of thing that a call is made of", async () => {
    const kinds = async (search: string) => new Set((await find(search)).map(({ kind }) => kind));
    expect(await kinds("Configuration")).toContain("configuration");
    expect(await kinds("Hours")).toContain("schedule");
    expect(await kinds("say ")).toContain("action");
    expect(await kinds("Take a")).toContain("template");
    expect(await kinds("Line")).toContain("phoneNumber");
  });

  it("finds a known caller by name, note and number", async () => {
    await database.db
      .insert(knownCallers)
      .values({ number: "+14155550177", name: "Zelda Quint", note: "Landlord of the studio" });
    for (const search of ["quint", "landlord", "(415) 555-0177"]) {
      expect(await find(search)).toMatchObject([
        { kind: "knownCaller", name: "Zelda Quint", detail: "+14155550177" },
      ]);
    }
  });

  it("looks only among the kinds that are asked for", async () => {
    expect(await find("a", ["person"])).toHaveLength(1);
    expect(await find("a", [])).toEqual([]);
  });

  it("finds the first five of a kind, in the order of their names", async () => {
    const names = Array.from({ length: 8 }, (_, index) => `Depot ${8 - index}`);
    await database.db
      .insert(phoneNumbers)
      .values(names.map((friendlyName, index) => ({ friendlyName, number: `+1666555000${index}` })));
    expect((await find("depot")).map(({ name }) => name)).toEqual(names.reverse().slice(0, 5));
  });
});
