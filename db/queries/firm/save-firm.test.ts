import type { BatchItem } from "drizzle-orm/batch";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { constraintOf } from "@/db/errors";
import { staleVersion } from "@/db/queries/writes/raise-version";
import { phoneNumbers } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { anyNumber } from "@/e2e/office/make-line";
import { getFirmSettings } from "./get-firm-settings";
import { fallbackIsOurs, saveFirm } from "./save-firm";

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());

/** Null when it was carried out, or the name of what refused it. */
async function outcome([first, ...rest]: BatchItem<"pg">[]): Promise<string | null> {
  if (!first) throw new Error("There is nothing to carry out.");
  return test.db.batch([first, ...rest]).then(() => null, constraintOf);
}

describe("saveFirm", () => {
  it("saves over the version that was seen, and raises it", async () => {
    const before = await getFirmSettings(test.db);
    const after = { ...before, name: "Alder & Finch", fallbackNumber: anyNumber() };
    expect(await outcome(saveFirm(test.db, after))).toBeNull();
    expect(await getFirmSettings(test.db)).toEqual({ ...after, version: before.version + 1 });
  });

  it("saves nothing over another version", async () => {
    const before = await getFirmSettings(test.db);
    const stale = { ...before, name: "Theirs", version: before.version - 1 };
    expect(await outcome(saveFirm(test.db, stale))).toBe(staleVersion);
    expect(await getFirmSettings(test.db)).toEqual(before);
  });

  it("refuses a fallback number that is a line of ours, however late it became one", async () => {
    const before = await getFirmSettings(test.db);
    const fallbackNumber = anyNumber();
    await test.db.insert(phoneNumbers).values({ number: fallbackNumber, friendlyName: "Front desk" });
    expect(await outcome(saveFirm(test.db, { ...before, fallbackNumber }))).toBe(fallbackIsOurs);
    expect(await outcome(saveFirm(test.db, { ...before, timeZone: "Mars/Olympus" }))).toBe(
      "firm_settings_time_zone_real",
    );
    expect(await getFirmSettings(test.db)).toEqual(before);
  });
});
