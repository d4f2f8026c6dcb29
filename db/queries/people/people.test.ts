import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { constraintOf } from "@/db/errors";
import {
  actions,
  configurations,
  people,
  personPhones,
  phoneNumbers,
  staffUsers,
  voicemails,
} from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { anyNumber, makeAction, makeLine, makePerson } from "@/e2e/office/make-line";
import { makeVoicemail } from "@/e2e/office/make-voicemail";
import { isDialable } from "@/lib/template/dialable";
import { findPerson } from "./find-person";
import { findPersonUses } from "./find-person-uses";
import { findPersonWithExtension } from "./find-person-with-extension";
import { listOwnNumbers } from "./list-own-numbers";
import { listPeople } from "./list-people";
import { listPeopleToChoose } from "./list-people-to-choose";
import { replacePhones } from "./replace-phones";

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());
beforeEach(async () => {
  await test.db.delete(configurations);
  await test.db.delete(actions);
  await test.db.delete(people);
});

const ask = { search: "", sort: "name", isDescending: false, page: 1 } as const;
const names = async (change: Partial<Parameters<typeof listPeople>[1]> = {}) =>
  (await listPeople(test.db, { ...ask, ...change })).rows.map(({ name }) => name);
const add = async (name: string, more: Partial<typeof people.$inferInsert> = {}, numbers?: string[]) => {
  const person = await makePerson(test.db, name, numbers ? { numbers } : {});
  await test.db
    .update(people)
    .set({ name, ...more })
    .where(eq(people.id, person.id));
  return person;
};

describe("findPerson", () => {
  it("has the phones of that person alone, in their order", async () => {
    const { db } = test;
    const { id } = await add("Ana Lima", { extension: "101" });
    await add("Ben Odell");
    const phones = [
      { label: "Desk", number: anyNumber(), isRung: false },
      { label: "Mobile", number: anyNumber(), isRung: true },
    ];
    const [first, ...rest] = replacePhones(db, { personId: id, phones });
    if (first) await db.batch([first, ...rest]);
    expect(await findPerson(db, id)).toEqual({
      id,
      name: "Ana Lima",
      extension: "101",
      email: null,
      awayUntil: null,
      dutySchedule: null,
      isToldByEmail: true,
      isToldByText: false,
      version: 1,
      phones,
    });
  });

  it("is whole for somebody without a phone, and null for nobody", async () => {
    const { id } = await add("Ana Lima");
    await test.db.delete(personPhones);
    expect((await findPerson(test.db, id))?.phones).toEqual([]);
    expect(await findPerson(test.db, randomUUID())).toBeNull();
  });
});

describe("what can be a phone", () => {
  it.each([
    "+12125550142",
    "sip:ana@example.com",
    "sips:desk-7.front+1@pbx.example.com:5061;transport=tls;region=ie1",
    "ana@example.com",
    "sip:ana",
    "sip:ana@example.com?Subject=Hi",
    "tel:+12125550142",
    "SIP:ana@example.com",
    `sip:${"a".repeat(300)}@example.com`,
  ])("is the same for the form and the database: %s", async (number) => {
    const { id } = await add("Ana Lima");
    const insert = test.db
      .insert(personPhones)
      .values({ personId: id, label: "Desk", number, position: 7 })
      .then(
        () => true,
        (error) => {
          expect(constraintOf(error)).toBe("person_phones_number_form");
          return false;
        },
      );
    expect(await insert).toBe(isDialable(number));
  });
});

describe("listPeople", () => {
  it("has the hours of whoever keeps their own, and finds a SIP address by any part of it", async () => {
    const { scheduleId } = await makeLine(test.db);
    await add("Ana Lima", { dutyScheduleId: scheduleId }, ["sip:front.desk@pbx.example.com"]);
    await add("Ben Odell", {}, ["+12125550142"]);
    const { rows } = await listPeople(test.db, ask);
    expect(rows.map(({ duty }) => duty?.schedule.timeZone ?? null)).toEqual(["America/New_York", null]);
    expect(await names({ search: "Front.Desk" })).toEqual(["Ana Lima"]);
    expect(await names({ search: "sip:" })).toEqual(["Ana Lima"]);
  });

  it("is in the order of the names, whatever their capitals, or of the extensions as numbers", async () => {
    await add("beta", { extension: "101" });
    await add("Alpha");
    await add("Gamma", { extension: "20" });
    expect(await names()).toEqual(["Alpha", "beta", "Gamma"]);
    expect(await names({ isDescending: true })).toEqual(["Gamma", "beta", "Alpha"]);
    expect(await names({ sort: "extension" })).toEqual(["Gamma", "beta", "Alpha"]);
    expect(await names({ sort: "extension", isDescending: true })).toEqual(["beta", "Gamma", "Alpha"]);
  });

  it("has whoever is back among those who are not away", async () => {
    await add("Back", { awayUntil: new Date("2020-01-01") });
    await add("Soon", { awayUntil: new Date("2100-01-01") });
    await add("Later", { awayUntil: new Date("2101-01-01") });
    expect(await names({ sort: "away" })).toEqual(["Soon", "Later", "Back"]);
  });

  it("finds a name, an address, an extension, and a number however it is written", async () => {
    await add("Ana 100%", { email: "ana@example.com" }, ["+442079460123"]);
    await add("Floor 2", { extension: "4460" }, ["+12125550142"]);
    for (const search of ["100%", "ANA@", "020 7946 0123", "+44 20 7946", "(020) 79-46"]) {
      expect(await names({ search }), search).toEqual(["Ana 100%"]);
    }
    expect(await names({ search: "floor 2" })).toEqual(["Floor 2"]);
    expect(await names({ search: "460" })).toEqual(["Ana 100%", "Floor 2"]);
    expect(await names({ search: "000" })).toEqual([]);
    expect(await names({ search: "_" })).toEqual([]);
  });

  it("walks through a hundred people page by page, each with their own phones", async () => {
    const rows = Array.from({ length: 100 }, (_, index) => ({
      id: randomUUID(),
      name: `Person ${100 + index}`,
    }));
    await test.db.insert(people).values(rows);
    await test.db.insert(personPhones).values(
      rows.map(({ id }, index) => ({
        personId: id,
        label: "Mobile",
        number: `+1212555${1000 + index}`,
        position: 0,
      })),
    );
    const pages = await Promise.all([1, 2, 3].map((page) => listPeople(test.db, { ...ask, page })));
    expect(pages.map((page) => page.rows.length)).toEqual([50, 50, 0]);
    expect(pages[1]?.total).toBe(100);
    expect(pages[1]?.rows[0]).toMatchObject({ name: "Person 150", phones: [{ number: "+12125551050" }] });
  });
});

describe("findPersonUses", () => {
  it("names each action once, the staff user, and counts the messages, of that person alone", async () => {
    const { db } = test;
    const ana = await add("Ana Lima");
    const ben = await add("Ben Odell");
    const two = await makeAction(db, "ring-all", {
      people: { people: [{ personId: ana.id }, { personId: ben.id }] },
    });
    const one = await makeAction(db, "ring-one", { people: { people: [{ personId: ana.id }] } });
    const telling = await makeAction(db, "voicemail", { notify: { people: [{ personId: ana.id }] } });
    const rung = { rings: true, tells: false };
    const staffUser = { id: randomUUID(), name: "Ana" };
    await db
      .insert(staffUsers)
      .values({ ...staffUser, email: `${staffUser.id}@example.com`, role: "staff", personId: ana.id });
    const { id: voicemailId } = await makeVoicemail(db);
    await makeVoicemail(db);
    await db.update(voicemails).set({ assignedToId: ana.id }).where(eq(voicemails.id, voicemailId));

    expect(await findPersonUses(db, ana.id)).toEqual({
      actions: [
        { ...two, ...rung },
        { ...one, ...rung },
        { ...telling, rings: false, tells: true },
      ].toSorted((a, b) => a.name.localeCompare(b.name)),
      staffUser,
      voicemailCount: 1,
    });
    expect(await findPersonUses(db, ben.id)).toEqual({
      actions: [{ ...two, ...rung }],
      staffUser: null,
      voicemailCount: 0,
    });
  });
});

describe("listPeopleToChoose", () => {
  it("finds people by their names and extensions", async () => {
    const ana = await add("Ana Lima", { extension: "4711" });
    await add("Ben Finch");
    for (const search of ["na lim", "4711"]) {
      expect(await listPeopleToChoose(test.db, { search })).toEqual({
        isAll: true,
        people: [{ id: ana.id, name: "Ana Lima", extension: "4711" }],
      });
    }
    const { people: found } = await listPeopleToChoose(test.db, { search: "nobody", chosen: ana.id });
    expect(found).toMatchObject([{ id: ana.id }]);
  });

  it("names the first of many, with the one that is chosen, and tells that there are more", async () => {
    const many = Array.from({ length: 42 }, (_, index) => ({
      id: randomUUID(),
      name: `Person ${10 + index}`,
    }));
    await test.db.insert(people).values(many);
    const found = await listPeopleToChoose(test.db, { chosen: many[41]?.id ?? "" });
    expect(found.isAll).toBe(false);
    expect(found.people.map(({ name }) => name)).toEqual(
      [...many.slice(0, 39), many[41]].map((one) => one?.name),
    );
  });
});

describe("what stands in the way of a save", () => {
  it("knows who else has an extension", async () => {
    const { id } = await add("Ana Lima", { extension: "101" });
    const held = (otherThan: string) => findPersonWithExtension(test.db, { extension: "101", otherThan });
    expect(await held(randomUUID())).toEqual({ id, name: "Ana Lima" });
    expect(await held(id)).toBeNull();
  });

  it("knows which numbers are ours", async () => {
    const [own, other] = [anyNumber(), anyNumber()];
    await test.db.insert(phoneNumbers).values({ number: own, friendlyName: "Front desk" });
    expect(await listOwnNumbers(test.db, [other, own])).toEqual([{ number: own, lineName: "Front desk" }]);
    expect(await listOwnNumbers(test.db, [])).toEqual([]);
  });
});
