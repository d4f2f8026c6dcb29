import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ListRequest } from "@/db/queries/lists/list-request";
import { configurations, phoneNumbers } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { makeLine } from "@/e2e/office/make-line";
import { numberState } from "@/lib/twilio/rest/number-state";
import { findPhoneNumber, findPhoneNumberId } from "./find-phone-number";
import { listPhoneNumbers, type phoneNumberSorts } from "./list-phone-numbers";
import { getNumberSettings } from "./number-settings";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.delete(configurations);
  await database.db.delete(phoneNumbers);
});

const nobody = "0b0e4a5e-8f43-4ff6-9c1f-2f1f6f0c9a11";
const list = (request: Partial<ListRequest<(typeof phoneNumberSorts)[number]>> = {}) =>
  listPhoneNumbers(database.db, { search: "", sort: "name", isDescending: false, page: 1, ...request });
const add = async (
  friendlyName: string,
  number: string,
  more: Partial<typeof phoneNumbers.$inferInsert> = {},
) => {
  await database.db.insert(phoneNumbers).values({ friendlyName, number, ...more });
};

describe("listPhoneNumbers", () => {
  it("names the configuration that answers, and none that is only prepared", async () => {
    const answered = await makeLine(database.db);
    const prepared = await makeLine(database.db, { isActive: false });
    const { rows, total } = await list();
    expect(total).toBe(2);
    const row = (id: string) => rows.find((one) => one.id === id);
    expect(row(answered.phoneNumberId)?.activeConfiguration?.id).toBe(answered.configurationId);
    expect(row(prepared.phoneNumberId)?.activeConfiguration).toBeNull();
  });

  it("finds by a part of the name, and by digits whatever stands between them", async () => {
    await add("Front desk", "+12125550101");
    await add("Sales 100%", "+12125550102");
    const found = async (search: string) =>
      (await list({ search })).rows.map(({ number }) => number.slice(-1));
    expect(await found("FRONT")).toEqual(["1"]);
    expect(await found("555-0102")).toEqual(["2"]);
    expect(await found("%")).toEqual(["2"]);
    expect(await found("nobody")).toEqual([]);
  });

  it("is in the order of the names, whatever their capitals, or of the numbers, both ways", async () => {
    await add("beta", "+12125550101");
    await add("Alpha", "+12125550103");
    await add("Gamma", "+12125550102");
    const order = async (request: Parameters<typeof list>[0]) =>
      (await list(request)).rows.map(({ friendlyName }) => friendlyName);
    expect(await order({})).toEqual(["Alpha", "beta", "Gamma"]);
    expect(await order({ isDescending: true })).toEqual(["Gamma", "beta", "Alpha"]);
    expect(await order({ sort: "number" })).toEqual(["beta", "Gamma", "Alpha"]);
  });

  it("comes in pages, each with the count of all", async () => {
    await database.db.insert(phoneNumbers).values(
      Array.from({ length: 51 }, (_, index) => ({
        friendlyName: `Line ${String(index).padStart(2, "0")}`,
        number: `+121255502${String(index).padStart(2, "0")}`,
      })),
    );
    const { rows, total } = await list({ page: 2 });
    expect([rows.map(({ friendlyName }) => friendlyName), total]).toEqual([["Line 50"], 51]);
  });
});

describe("findPhoneNumber", () => {
  it("knows whether a configuration answers it, which Twilio should therefore have been told", async () => {
    const line = await makeLine(database.db);
    const found = await findPhoneNumber(database.db, line.phoneNumberId);
    expect(found).toMatchObject({ number: line.number, hasActiveConfiguration: true, version: 1 });
    expect(found && numberState({ ...found, twilioSid: "PN0" })).toBe("waiting");
    expect(await findPhoneNumberId(database.db, line.number)).toBe(line.phoneNumberId);
  });

  it("finds nothing where there is nothing", async () => {
    expect(await findPhoneNumber(database.db, nobody)).toBeNull();
    expect(await findPhoneNumberId(database.db, "+12125550199")).toBeNull();
    await expect(getNumberSettings(database.db, nobody)).rejects.toThrow("no phone number");
  });
});
