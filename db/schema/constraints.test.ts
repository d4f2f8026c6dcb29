import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { constraintOf } from "@/db/errors";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { makeAction, makeLine, makePerson } from "@/e2e/office/make-line";
import {
  actionPeople,
  actions,
  blockedCallers,
  calls,
  configurations,
  firmSettings,
  knownCallers,
  people,
  personPhones,
  phoneNumbers,
  scheduleExceptions,
  scheduleOverrides,
  schedules,
  scheduleWindows,
  staffUsers,
  templates,
} from "./index";

let test: TestDatabase;
let scheduleId: string;

beforeAll(async () => {
  test = await openTestDatabase();
  scheduleId = randomUUID();
  await test.db.insert(schedules).values({ id: scheduleId, name: "Office", timeZone: "Europe/Zurich" });
});

afterAll(() => test.close());

/** The name of the constraint that refuses a statement, or null when none does. */
const refusal = async (statement: PromiseLike<unknown>): Promise<string | null> => {
  try {
    await statement;
    return null;
  } catch (error) {
    return constraintOf(error) ?? `no constraint: ${error}`;
  }
};

describe("a schedule", () => {
  it.each(["Mars/Olympus", "EST", "europe/zurich", "UTC+3", "", "Etc/GMT-99"])(
    "refuses the time zone “%s”",
    async (timeZone) => {
      const insert = test.db.insert(schedules).values({ name: randomUUID(), timeZone });
      expect(await refusal(insert)).toBe("schedules_time_zone_real");
    },
  );

  it.each(["UTC", "America/Argentina/Buenos_Aires", "Etc/GMT-14", "Asia/Kathmandu"])(
    "takes the time zone %s",
    async (timeZone) => {
      expect(await refusal(test.db.insert(schedules).values({ name: randomUUID(), timeZone }))).toBeNull();
    },
  );

  it("takes windows up to and past midnight", async () => {
    const window = { scheduleId, weekday: 5 };
    expect(
      await refusal(
        test.db.insert(scheduleWindows).values([
          { ...window, opensAt: "00:00", closesAt: "24:00" },
          { ...window, opensAt: "22:00", closesAt: "06:00" },
        ]),
      ),
    ).toBeNull();
  });

  it.each([
    [{ weekday: 0, opensAt: "09:00", closesAt: "17:00" }, "schedule_windows_weekday_iso"],
    [{ weekday: 8, opensAt: "09:00", closesAt: "17:00" }, "schedule_windows_weekday_iso"],
    [{ weekday: 1, opensAt: "24:00", closesAt: "24:00" }, "schedule_windows_opens_within_day"],
    [{ weekday: 1, opensAt: "09:00:30", closesAt: "17:00" }, "schedule_windows_whole_minutes"],
  ])("refuses the window %j", async (window, constraint) => {
    expect(await refusal(test.db.insert(scheduleWindows).values({ scheduleId, ...window }))).toBe(constraint);
  });

  it("refuses a second exception on a day that has one, and takes one that touches it", async () => {
    const add = (startsOn: string, endsOn: string) =>
      refusal(test.db.insert(scheduleExceptions).values({ scheduleId, startsOn, endsOn, label: "Holiday" }));
    expect(await add("2026-12-24", "2027-01-02")).toBeNull();
    expect(await add("2027-01-02", "2027-01-03")).toBe("schedule_exceptions_never_overlap");
    expect(await add("2026-12-31", "2026-12-31")).toBe("schedule_exceptions_never_overlap");
    expect(await add("2027-01-03", "2027-01-03")).toBeNull();
    expect(await add("2027-02-02", "2027-02-01")).toBe("schedule_exceptions_dates_in_order");
  });

  it("takes the same dates on another schedule", async () => {
    const other = randomUUID();
    await test.db.insert(schedules).values({ id: other, name: "Other office", timeZone: "UTC" });
    const exception = { scheduleId: other, startsOn: "2026-12-24", endsOn: "2027-01-02", label: "Holiday" };
    expect(await refusal(test.db.insert(scheduleExceptions).values(exception))).toBeNull();
  });

  it("refuses an override that ends before it begins", async () => {
    const override = { scheduleId, isOpen: true, until: new Date(0), reason: "", setByName: "Dana" };
    expect(await refusal(test.db.insert(scheduleOverrides).values(override))).toBe(
      "schedule_overrides_end_after_start",
    );
  });
});

describe("a number", () => {
  it.each(["4155550100", "+04155550100", "+1415555010a", "+123456", "+1234567890123456"])(
    "has to be E.164: not %s",
    async (number) => {
      const { id: personId } = await makePerson(test.db, "Ana");
      expect(await refusal(test.db.insert(phoneNumbers).values({ number, friendlyName: "x" }))).toBe(
        "phone_numbers_number_e164",
      );
      expect(
        await refusal(test.db.insert(personPhones).values({ personId, label: "x", number, position: 9 })),
      ).toBe("person_phones_number_form");
      expect(await refusal(test.db.insert(blockedCallers).values({ number }))).toBe(
        "blocked_callers_number_form",
      );
      expect(await refusal(test.db.insert(knownCallers).values({ number, name: "Ana" }))).toBe(
        "known_callers_number_e164",
      );
      expect(await refusal(test.db.update(firmSettings).set({ fallbackNumber: number }))).toBe(
        "firm_settings_fallback_number_e164",
      );
    },
  );

  it("is a known caller once, with a name, and keeps the action that their calls go to", async () => {
    const action = await makeAction(test.db, "say");
    const known = { number: "+14155550188", name: "Ana", actionId: action.id };
    await test.db.insert(knownCallers).values(known);
    expect(await refusal(test.db.insert(knownCallers).values(known))).toBe("known_callers_number_unique");
    expect(await refusal(test.db.insert(knownCallers).values({ number: "+14155550189", name: " " }))).toBe(
      "known_callers_name_not_blank",
    );
    expect(await refusal(test.db.delete(actions).where(eq(actions.id, action.id)))).toBe(
      "known_callers_action_id_actions_id_fk",
    );
  });

  it("has at most one active configuration, and any number of prepared ones", async () => {
    const line = await makeLine(test.db);
    const [first] = await test.db
      .select()
      .from(configurations)
      .where(sql`${configurations.id} = ${line.configurationId}`);
    if (!first) throw new Error("no configuration");
    const another = (isActive: boolean) => ({ ...first, id: randomUUID(), name: randomUUID(), isActive });
    expect(await refusal(test.db.insert(configurations).values(another(false)))).toBeNull();
    expect(await refusal(test.db.insert(configurations).values(another(false)))).toBeNull();
    expect(await refusal(test.db.insert(configurations).values(another(true)))).toBe(
      "configurations_one_active_per_number",
    );
  });
});

describe("an action", () => {
  it("rings a person or a number, never both and never neither", async () => {
    const action = await makeAction(test.db, "ring-one", {
      people: { people: [{ number: "+15550001234" }] },
    });
    const { id: personId } = await makePerson(test.db, "Ana");
    const [row] = await test.db
      .select()
      .from(actionPeople)
      .where(sql`${actionPeople.actionId} = ${action.id}`);
    if (!row) throw new Error("no person");
    expect(await refusal(test.db.insert(actionPeople).values({ ...row, position: 1, personId }))).toBe(
      "action_people_person_or_number",
    );
    expect(await refusal(test.db.insert(actionPeople).values({ ...row, position: 1, number: null }))).toBe(
      "action_people_person_or_number",
    );
  });

  it("has values for the parameters of its own template alone", async () => {
    const ringing = await makeAction(test.db, "ring-one", {
      people: { people: [{ number: "+15550001234" }] },
    });
    const saying = await makeAction(test.db, "say");
    const [row] = await test.db
      .select()
      .from(actionPeople)
      .where(sql`${actionPeople.actionId} = ${ringing.id}`);
    if (!row) throw new Error("no person");
    expect(await refusal(test.db.insert(actionPeople).values({ ...row, actionId: saying.id }))).toBe(
      "action_people_action_fk",
    );
  });

  it("cannot go while something uses it", async () => {
    const target = await makeAction(test.db, "say");
    await makeAction(test.db, "go-to-action", { target: { actionId: target.id } });
    const { db } = test;
    expect(await refusal(db.execute(sql`delete from actions where id = ${target.id}`))).toBe(
      "action_targets_target_action_id_actions_id_fk",
    );
  });

  it("keeps a person whom it rings", async () => {
    const ana = await makePerson(test.db, "Ana");
    await makeAction(test.db, "ring-one", { people: { people: [{ personId: ana.id }] } });
    expect(await refusal(test.db.delete(people).where(sql`${people.id} = ${ana.id}`))).toBe(
      "action_people_person_id_people_id_fk",
    );
  });
});

describe("the rest", () => {
  it("is one firm", async () => {
    expect(await refusal(test.db.insert(firmSettings).values({ id: 2 }))).toBe("firm_settings_only_one");
  });

  it("knows a staff user by one spelling of an address, in one of three roles, by a strong hash", async () => {
    const user = { name: "Dana", role: "owner" as const };
    expect(await refusal(test.db.insert(staffUsers).values({ ...user, email: "Dana@Office.example" }))).toBe(
      "staff_users_email_form",
    );
    expect(
      await refusal(
        test.db.insert(staffUsers).values({ ...user, email: "a@b.example", passwordHash: "secret" }),
      ),
    ).toBe("staff_users_password_hash_argon2id");
    expect(
      await refusal(
        test.db.insert(staffUsers).values({ ...user, email: "a@b.example", role: "boss" as "owner" }),
      ),
    ).toBe("staff_users_role_known");
    expect(await refusal(test.db.insert(staffUsers).values({ ...user, email: "a@b.example" }))).toBeNull();
    expect(await refusal(test.db.insert(staffUsers).values({ ...user, email: "a@b.example" }))).toBe(
      "staff_users_email_unique",
    );
  });

  it("knows a call by Twilio's id", async () => {
    const call = {
      fromNumber: "+1",
      toNumber: "+2",
      receivedAt: new Date(),
      reasonCode: "open" as const,
      reason: "",
    };
    expect(await refusal(test.db.insert(calls).values({ ...call, sid: "CA1" }))).toBe("calls_sid_form");
  });

  it("lets a staff template have the name of a built-in one, and no two the same", async () => {
    const own = { body: "<Response/>" };
    expect(await refusal(test.db.insert(templates).values({ ...own, name: "Say something" }))).toBeNull();
    expect(await refusal(test.db.insert(templates).values({ ...own, name: "SAY something" }))).toBe(
      "templates_own_name_unique",
    );
  });
});
