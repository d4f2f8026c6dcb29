import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { constraintOf, sqlStateOf } from "@/db/errors";
import { configurations, people, scheduleExceptionWindows, schedules, staffUsers } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { makeLine, makePerson } from "@/e2e/office/make-line";
import { findLineSetup } from "../call-path/find-line-setup";
import { findSchedule } from "./find-schedule";
import { listPeopleOnDutyBy, listScheduleUses } from "./list-schedule-uses";
import { listSchedules } from "./list-schedules";
import { listTimeZones } from "./list-time-zones";
import { liftOverride, setOverride } from "./set-override";
import { insertSchedule, type NewSchedule, replaceSchedule } from "./write-hours";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.delete(people);
  await database.db.delete(configurations);
  await database.db.delete(schedules);
});

const at = Temporal.Instant.from("2026-11-23T17:00:00Z");

const run = (statements: BatchItem<"pg">[]) =>
  database.db.batch(statements as [BatchItem<"pg">, ...BatchItem<"pg">[]]);

const office = (more: Partial<NewSchedule> = {}): NewSchedule => ({
  id: randomUUID(),
  name: `Office ${randomUUID()}`,
  timeZone: "America/New_York",
  windows: [
    { weekday: 1, opensAt: "09:00", closesAt: "17:00" },
    { weekday: 5, opensAt: "22:00", closesAt: "24:00" },
  ],
  exceptions: [
    { startsOn: "2001-01-01", endsOn: "2001-01-01", label: "Long past", windows: [] },
    {
      startsOn: "2026-12-24",
      endsOn: "2026-12-26",
      label: "Christmas",
      windows: [{ opensAt: "09:00", closesAt: "12:00" }],
    },
  ],
  ...more,
});

describe("a schedule that was written", () => {
  it("is found as it was, with exceptions long past", async () => {
    const { id, name, ...hours } = office();
    await run(insertSchedule(database.db, { id, name, ...hours }));
    expect(await findSchedule(database.db, id)).toEqual({
      id,
      name,
      version: 1,
      schedule: { ...hours, override: null },
    });
    expect(await findSchedule(database.db, randomUUID())).toBeNull();
  });

  it("has other hours in the place of the old ones, and leaves none behind", async () => {
    const before = office();
    await run(insertSchedule(database.db, before));
    const after = office({ id: before.id, timeZone: "Europe/Berlin", windows: [], exceptions: [] });
    await run(replaceSchedule(database.db, after));
    expect((await findSchedule(database.db, before.id))?.schedule).toEqual({
      timeZone: "Europe/Berlin",
      windows: [],
      exceptions: [],
      override: null,
    });
    expect(await database.db.select().from(scheduleExceptionWindows)).toEqual([]);
  });

  it("keeps the same hours once", async () => {
    const twice = { weekday: 1, opensAt: "09:00", closesAt: "17:00" } as const;
    const schedule = office({ windows: [twice, { ...twice }] });
    await run(insertSchedule(database.db, schedule));
    expect((await findSchedule(database.db, schedule.id))?.schedule.windows).toEqual([twice]);
  });

  it("is refused as a whole when two exceptions share a date", async () => {
    const schedule = office();
    const sharing = { startsOn: "2026-12-26", endsOn: "2026-12-31", label: "Repairs", windows: [] };
    const error = await run(
      insertSchedule(database.db, { ...schedule, exceptions: [...schedule.exceptions, sharing] }),
    ).catch((refused) => refused);
    expect(sqlStateOf(error)).toBe("23P01");
    expect(constraintOf(error)).toBe("schedule_exceptions_never_overlap");
    expect(await findSchedule(database.db, schedule.id)).toBeNull();
  });
});

describe("listSchedules", () => {
  const list = (search = "", sort: "name" | "zone" | "uses" = "name", isDescending = false) =>
    listSchedules(database.db, { at, search, sort, isDescending, page: 1 });

  it("finds by name and by zone, and sorts by what is asked for", async () => {
    await run(insertSchedule(database.db, office({ name: "beta" })));
    await run(insertSchedule(database.db, office({ name: "Alpha 100%", timeZone: "Europe/Berlin" })));
    const names = async (...asked: Parameters<typeof list>) =>
      (await list(...asked)).rows.map(({ name }) => name);
    expect(await names()).toEqual(["Alpha 100%", "beta"]);
    expect(await names("new york")).toEqual(["beta"]);
    expect(await names("0%")).toEqual(["Alpha 100%"]);
    expect(await names("", "zone", true)).toEqual(["Alpha 100%", "beta"]);
    expect((await list("nothing such")).total).toBe(0);
  });

  it("looks at each as the webhook does, and counts its uses", async () => {
    const line = await makeLine(database.db, {
      schedule: {
        windows: [{ weekday: 1, opensAt: "09:00", closesAt: "17:00" }],
        exceptions: [{ startsOn: "2020-12-25", endsOn: "2020-12-25", label: "Long over" }],
        override: { isOpen: false, reason: "moving", setByName: "Olive" },
      },
    });
    const { rows } = await list();
    const { setup } = await findLineSetup(database.db, { called: line.number, caller: "anonymous", at });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ id: line.scheduleId, uses: 1 });
    expect(rows[0]?.schedule).toEqual(setup?.configuration?.schedule);
  });

  it("names the configurations that use one", async () => {
    const line = await makeLine(database.db, { isActive: false });
    expect(await listScheduleUses(database.db, line.scheduleId)).toMatchObject([
      { configurationId: line.configurationId, isActive: false, number: line.number, lineName: line.name },
    ]);
    expect(await listScheduleUses(database.db, randomUUID())).toEqual([]);
  });

  it("names the people who are on duty by one, in the order of their names", async () => {
    const { scheduleId } = await makeLine(database.db);
    for (const name of ["ben Odell", "Ana Lima"]) {
      const { id } = await makePerson(database.db, name);
      await database.db.update(people).set({ dutyScheduleId: scheduleId }).where(eq(people.id, id));
    }
    await makePerson(database.db, "Cy");
    const onDuty = await listPeopleOnDutyBy(database.db, scheduleId);
    expect(onDuty.map(({ name }) => name)).toEqual(["Ana Lima", "ben Odell"]);
  });
});

describe("setOverride", () => {
  const setBy = { name: "Dana Reyes" };
  const override = async (id: string) => (await findSchedule(database.db, id))?.schedule.override;

  it("replaces what was said before, until it is lifted", async () => {
    const schedule = office();
    await run(insertSchedule(database.db, schedule));
    const by = { id: await makeStaffUser(), ...setBy };
    const until = at.add({ hours: 1 });
    const first = { scheduleId: schedule.id, isOpen: false, until, reason: "flood", setBy: by, setAt: at };
    await run([setOverride(database.db, first)]);
    expect(await override(schedule.id)).toEqual({ isOpen: false, until, reason: "flood", setBy: by.name });
    await run([setOverride(database.db, { ...first, isOpen: true, until: null, reason: "" })]);
    expect(await override(schedule.id)).toMatchObject({ isOpen: true, until: null });
    await run([liftOverride(database.db, schedule.id)]);
    expect(await override(schedule.id)).toBeNull();
  });
});

async function makeStaffUser(): Promise<string> {
  const id = randomUUID();
  await database.db
    .insert(staffUsers)
    .values({ id, name: "Dana Reyes", email: `${id}@example.com`, role: "staff" });
  return id;
}

describe("listTimeZones", () => {
  it("offers only zones that a schedule can have, UTC too", async () => {
    const zones = await listTimeZones(database.db);
    expect(zones).toContain("America/New_York");
    expect(zones).toContain("UTC");
    expect(zones).toContain("Asia/Kolkata");
    expect(zones).not.toContain("Asia/Calcutta");
    expect(new Set(zones).size).toBe(zones.length);
    expect(zones.length).toBeGreaterThan(350);
    for (const timeZone of [zones[0], zones.at(-2), "UTC"]) {
      const schedule = office({ timeZone: timeZone ?? "" });
      await run(insertSchedule(database.db, schedule));
      await database.db.delete(schedules).where(eq(schedules.id, schedule.id));
    }
  });
});
