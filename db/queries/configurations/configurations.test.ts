import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { constraintOf } from "@/db/errors";
import { activity, configurations, phoneNumbers, schedules, staffUsers } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { anyNumber, makeLine } from "@/e2e/office/make-line";
import { numberState } from "@/lib/twilio/rest/number-state";
import { findLineSetup } from "../call-path/find-line-setup";
import type { ListRequest } from "../lists/list-request";
import { holdNumber, putAsideActive } from "./change-active";
import { findActiveConfiguration } from "./find-active-configuration";
import { findConfiguration } from "./find-configuration";
import { findConfigurationSetup } from "./find-configuration-setup";
import { findTriedNumber } from "./find-tried-number";
import { getConfigurationParts } from "./get-configuration-parts";
import { listChoices, mostChoices } from "./list-choices";
import { type ConfigurationSort, listConfigurations } from "./list-configurations";
import { listConfigurationsOfNumber } from "./list-configurations-of-number";
import { listUnsettledNumbers } from "./list-unsettled-numbers";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const at = Temporal.Instant.from("2026-11-23T17:00:00Z");
const request = (more: Partial<ListRequest<ConfigurationSort>> = {}): ListRequest<ConfigurationSort> => ({
  search: "",
  sort: "number",
  isDescending: false,
  page: 1,
  ...more,
});

/** Prepared for the same number, with the same schedule and actions. */
async function prepareAnother(configurationId: string, name = `Prepared ${randomUUID()}`): Promise<string> {
  const { db } = database;
  const [row] = await db.select().from(configurations).where(eq(configurations.id, configurationId));
  if (!row) throw new Error("There is nothing to copy.");
  const id = randomUUID();
  await db.insert(configurations).values({ ...row, id, name, isActive: false });
  return id;
}

async function anyStaff(): Promise<{ id: string; name: string }> {
  const staff = { id: randomUUID(), name: "Olive Alder" };
  await database.db
    .insert(staffUsers)
    .values({ ...staff, email: `${staff.id}@example.com`, role: "manager" });
  return staff;
}

describe("listConfigurations", () => {
  it("finds by the configuration, the number however it is typed, its name, the schedule and the actions", async () => {
    const { db } = database;
    const line = await makeLine(db);
    const found = await findConfiguration(db, line.configurationId);
    const { name = "", scheduleName = "", openActionName = "", closedActionName = "" } = found ?? {};
    const digits = line.number.slice(-7);
    const typed = `${digits.slice(0, 3)}-${digits.slice(3)}`;
    for (const search of [
      name,
      name.toUpperCase(),
      line.name,
      typed,
      scheduleName,
      openActionName,
      closedActionName,
    ]) {
      const { rows, total } = await listConfigurations(db, request({ search }));
      expect(
        rows.map(({ id }) => id),
        search,
      ).toEqual([line.configurationId]);
      expect(total).toBe(1);
    }
    expect((await listConfigurations(db, request({ search: `%${name}` }))).rows).toEqual([]);
  });

  it("puts those of a number together, the active one first, and says what answers it now", async () => {
    const { db } = database;
    const line = await makeLine(db);
    const mark = randomUUID();
    await db.update(phoneNumbers).set({ friendlyName: mark }).where(eq(phoneNumbers.id, line.phoneNumberId));
    await db
      .update(configurations)
      .set({ name: `Weekdays ${mark}` })
      .where(eq(configurations.id, line.configurationId));
    const other = await prepareAnother(line.configurationId, `Away ${mark}`);
    const { rows } = await listConfigurations(db, request({ search: mark }));
    expect(rows.map(({ id, isActive, activeName }) => ({ id, isActive, activeName }))).toEqual([
      { id: line.configurationId, isActive: true, activeName: `Weekdays ${mark}` },
      { id: other, isActive: false, activeName: `Weekdays ${mark}` },
    ]);
    const byName = await listConfigurations(db, request({ search: mark, sort: "name" }));
    expect(byName.rows.map(({ id }) => id)).toEqual([other, line.configurationId]);
  });
});

describe("findConfigurationSetup", () => {
  it("finds for an active configuration exactly what the webhook finds for a call", async () => {
    const { db } = database;
    const line = await makeLine(db);
    const { setup } = await findLineSetup(db, { called: line.number, caller: "anonymous", at });
    expect(await findConfigurationSetup(db, { id: line.configurationId, at })).toEqual(setup);
  });

  it("finds one that is only prepared as well, and none that does not exist", async () => {
    const { db } = database;
    const line = await makeLine(db, { isActive: false });
    const setup = await findConfigurationSetup(db, { id: line.configurationId, at });
    expect(setup?.configuration?.id).toBe(line.configurationId);
    expect(await findConfigurationSetup(db, { id: randomUUID(), at })).toBeNull();
  });
});

describe("putAsideActive", () => {
  const activate = async (id: string, phoneNumberId: string) => {
    const { db } = database;
    const staff = await anyStaff();
    await db.batch([
      holdNumber(db, phoneNumberId),
      putAsideActive(db, { configurationId: id, phoneNumberId, staff }),
      db.update(configurations).set({ isActive: true }).where(eq(configurations.id, id)),
    ]);
  };

  it("makes way for another one, raises the version of what it puts aside, and records it", async () => {
    const { db } = database;
    const line = await makeLine(db);
    const other = await prepareAnother(line.configurationId);
    await activate(other, line.phoneNumberId);
    expect((await findActiveConfiguration(db, line.phoneNumberId))?.id).toBe(other);
    expect(await findConfiguration(db, line.configurationId)).toMatchObject({ isActive: false, version: 2 });
    const changes = await db.select().from(activity).where(eq(activity.subjectId, line.configurationId));
    expect(changes.map(({ verb, byName, before, after }) => ({ verb, byName, before, after }))).toEqual([
      {
        verb: "deactivateConfiguration",
        byName: "Olive Alder",
        before: { Active: "Yes" },
        after: { Active: "No" },
      },
    ]);
  });

  it("leaves other numbers and the configuration itself alone", async () => {
    const { db } = database;
    const [line, elsewhere] = [await makeLine(db), await makeLine(db)];
    await activate(line.configurationId, line.phoneNumberId);
    expect(await findConfiguration(db, line.configurationId)).toMatchObject({ isActive: true, version: 1 });
    expect(await findConfiguration(db, elsewhere.configurationId)).toMatchObject({ isActive: true });
  });

  it("lets everybody who switches at the same moment have their way, one after another", async () => {
    const { db } = database;
    const line = await makeLine(db);
    const others = await Promise.all(Array.from({ length: 5 }, () => prepareAnother(line.configurationId)));
    await Promise.all(others.map((id) => activate(id, line.phoneNumberId)));
    const { rows: all } = await listConfigurationsOfNumber(db, {
      phoneNumberId: line.phoneNumberId,
      limit: 10,
    });
    expect(all.filter(({ isActive }) => isActive)).toHaveLength(1);
    expect(all[0]?.isActive).toBe(true);
  });

  it("is needed: the database refuses a second active one", async () => {
    const { db } = database;
    const line = await makeLine(db);
    const other = await prepareAnother(line.configurationId);
    const error = await db
      .update(configurations)
      .set({ isActive: true })
      .where(eq(configurations.id, other))
      .catch((caught: unknown) => caught);
    expect(constraintOf(error)).toBe("configurations_one_active_per_number");
  });
});

describe("listConfigurationsOfNumber", () => {
  it("gives the first ones, the active one before all others, and counts them all", async () => {
    const { db } = database;
    const line = await makeLine(db);
    await makeLine(db);
    for (let count = 0; count < 3; count += 1) await prepareAnother(line.configurationId);
    const listed = await listConfigurationsOfNumber(db, { phoneNumberId: line.phoneNumberId, limit: 2 });
    expect(listed.total).toBe(4);
    expect(listed.rows).toHaveLength(2);
    expect(listed.rows[0]).toEqual({
      id: line.configurationId,
      name: expect.any(String),
      version: 1,
      isActive: true,
    });
    const none = await listConfigurationsOfNumber(db, { phoneNumberId: randomUUID(), limit: 2 });
    expect(none).toEqual({ rows: [], total: 0 });
  });
});

describe("listChoices", () => {
  it("gives the first ones of many, counts them all, and has what is chosen among them", async () => {
    const { db } = database;
    const mark = randomUUID();
    const made = await db
      .insert(schedules)
      .values(
        Array.from({ length: mostChoices + 5 }, (_, index) => ({
          name: `${mark} ${String(index).padStart(3, "0")}`,
          timeZone: "Europe/Paris",
        })),
      )
      .returning({ id: schedules.id });
    const lastId = made.at(-1)?.id ?? "";
    const { choices, total } = await listChoices(db, { kind: "schedule", search: mark, chosenIds: [lastId] });
    expect(choices).toHaveLength(mostChoices);
    expect(total).toBe(mostChoices + 5);
    expect(choices.at(-1)).toEqual({
      id: lastId,
      name: `${mark} 044`,
      number: null,
      timeZone: "Europe/Paris",
    });
    expect(choices.map(({ name }) => name)).toEqual(choices.map(({ name }) => name).toSorted());
  });

  it("finds numbers by their digits, with the zone that they are answered in, and none that is gone", async () => {
    const { db } = database;
    const line = await makeLine(db, { schedule: { timeZone: "Australia/Sydney" } });
    const gone = anyNumber();
    const [row] = await db
      .insert(phoneNumbers)
      .values({ number: gone, friendlyName: "Gone", goneSince: new Date() })
      .returning({ id: phoneNumbers.id });
    const find = (search: string, chosenIds: string[] = []) =>
      listChoices(db, { kind: "phoneNumber", search, chosenIds });
    expect((await find(line.number.slice(2))).choices).toEqual([
      { id: line.phoneNumberId, name: line.name, number: line.number, timeZone: "Australia/Sydney" },
    ]);
    expect((await find(gone.slice(1))).choices).toEqual([]);
    expect((await find(gone.slice(1), [row?.id ?? ""])).choices).toHaveLength(1);
  });

  it("finds actions by a part of their name", async () => {
    const { db } = database;
    const line = await makeLine(db);
    const { openActionName = "", openActionId } = (await findConfiguration(db, line.configurationId)) ?? {};
    const { choices } = await listChoices(db, { kind: "action", search: openActionName.toUpperCase() });
    expect(choices.map(({ id }) => id)).toEqual([openActionId]);
  });
});

describe("getConfigurationParts", () => {
  it("names every part, and calls what does not exist nothing", async () => {
    const { db } = database;
    const line = await makeLine(db);
    const found = await findConfiguration(db, line.configurationId);
    if (!found) throw new Error("It has just been made.");
    const { scheduleName, openActionName, closedActionName } = found;
    expect(await getConfigurationParts(db, { ...found, closedActionId: randomUUID() })).toEqual({
      number: line.number,
      numberName: line.name,
      scheduleName,
      openActionName,
      closedActionName: "",
      country: "US",
    });
    expect((await getConfigurationParts(db, found)).closedActionName).toBe(closedActionName);
  });
});

describe("findTriedNumber", () => {
  it("says which schedule answers a number, and since when it is overridden", async () => {
    const { db } = database;
    const line = await makeLine(db, {
      schedule: { timeZone: "Europe/London", override: { isOpen: false, reason: "", setByName: "Olive" } },
    });
    const idle = await makeLine(db, { isActive: false });
    expect(await findTriedNumber(db, line.number)).toMatchObject({
      id: line.phoneNumberId,
      name: line.name,
      schedule: { id: line.scheduleId, timeZone: "Europe/London", overriddenSince: expect.any(Date) },
    });
    expect(await findTriedNumber(db, idle.number)).toMatchObject({ schedule: null });
    expect(await findTriedNumber(db, "+15550000000")).toBeNull();
  });
});

describe("listUnsettledNumbers", () => {
  it("finds numbers of which Twilio has not confirmed what is wanted", async () => {
    const { db } = database;
    const settings = (voiceUrl: string) => ({
      voiceUrl,
      voiceMethod: "POST",
      voiceFallbackUrl: "",
      voiceFallbackMethod: "POST",
      statusCallback: "",
      statusCallbackMethod: "POST",
      voiceApplicationSid: "",
      trunkSid: "",
    });
    const [old, ours] = [settings("https://old.example"), settings("https://ours.example")];
    const add = async (name: string, more: Partial<typeof phoneNumbers.$inferInsert>) => {
      await db.insert(phoneNumbers).values({
        number: anyNumber(),
        friendlyName: name,
        twilioSid: `PN${randomUUID().replaceAll("-", "")}`,
        ...more,
      });
    };
    await add("waiting", { settingsWanted: ours, settingsConfirmed: old });
    await add("never asked", { settingsWanted: ours });
    await add("in step", { settingsWanted: ours, settingsConfirmed: ours });
    await add("not ours", { settingsConfirmed: old });
    await add("gone", { settingsWanted: ours, settingsConfirmed: old, goneSince: new Date() });
    const untold = await makeLine(db);
    await db
      .update(phoneNumbers)
      .set({ friendlyName: "untold", twilioSid: `PN${randomUUID().replaceAll("-", "")}` })
      .where(eq(phoneNumbers.id, untold.phoneNumberId));
    const found = (await listUnsettledNumbers(db, 10)).map((number) => [number.name, numberState(number)]);
    expect(found).toEqual([
      ["never asked", "waiting"],
      ["untold", "waiting"],
      ["waiting", "drifted"],
    ]);
  });
});
