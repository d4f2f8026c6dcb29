import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { activity, people, staffUsers } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { makePerson } from "@/e2e/office/make-line";
import { type ActivityRequest, listActivity, newestChanges } from "./list-activity";
import { listActivityMakers } from "./list-activity-makers";

let test: TestDatabase;
const olive = { id: randomUUID(), name: "Olive Alder" };
beforeAll(async () => {
  test = await openTestDatabase();
  await test.db.insert(staffUsers).values({ ...olive, email: "olive@example.com", role: "owner" });
});
afterAll(() => test.close());
beforeEach(() => test.db.delete(activity));

const everything: ActivityRequest = {
  search: "",
  by: null,
  subject: null,
  subjectId: null,
  from: null,
  until: null,
  after: null,
  limit: 50,
};
const made = {
  byName: "Olive Alder",
  verb: "savePerson",
  subject: "person",
  subjectId: randomUUID(),
  subjectName: "Ana Lima",
  before: { Name: "Ana" },
  after: { Name: "Ana Lima" },
};
const add = (...changes: Partial<typeof activity.$inferInsert>[]) =>
  test.db.insert(activity).values(changes.map((change) => ({ ...made, ...change })));
const found = async (change: Partial<ActivityRequest>) =>
  (await listActivity(test.db, { ...everything, ...change })).changes.map(({ subjectName }) => subjectName);

describe("listActivity", () => {
  it("tells the newest first, and whether the thing is still there", async () => {
    const person = await makePerson(test.db, "Ana Lima");
    await add(
      { subjectId: person.id, at: new Date("2026-11-20T12:00:00Z") },
      { subjectName: "Gone", after: null, at: new Date("2026-11-21T12:00:00Z") },
      { subject: "firm", subjectId: "1", subjectName: "Firm", at: new Date("2026-11-22T12:00:00Z") },
      {
        subject: "schedule",
        subjectId: person.id,
        subjectName: "Not a person",
        at: new Date("2026-11-19T12:00:00Z"),
      },
      {
        subject: "something",
        subjectId: "'no id",
        subjectName: "Unknown",
        at: new Date("2026-11-18T12:00:00Z"),
      },
    );
    const { changes, next } = await listActivity(test.db, everything);
    expect(changes.map(({ subjectName, isThere }) => [subjectName, isThere])).toEqual([
      ["Firm", true],
      ["Gone", false],
      ["Ana Lima", true],
      ["Not a person", false],
      ["Unknown", false],
    ]);
    expect(changes[2]).toMatchObject({ ...made, subjectId: person.id });
    expect(next).toBeNull();
    await test.db.delete(people);
  });

  it("walks through pages without losing a change of the same millisecond or showing one twice", async () => {
    const at = new Date("2026-11-20T12:00:00.123Z");
    await add(...["a", "b", "c", "d", "e"].map((subjectName) => ({ subjectName, at })));
    const seen: string[] = [];
    let after: ActivityRequest["after"] = null;
    do {
      const page = await listActivity(test.db, { ...everything, after, limit: 2 });
      seen.push(...page.changes.map(({ subjectName }) => subjectName));
      after = page.next;
    } while (after);
    expect(seen).toEqual(["e", "d", "c", "b", "a"]);
  });

  it("finds who, what, words and days", async () => {
    const id = randomUUID();
    await add(
      { subjectName: "Hers", staffUserId: olive.id },
      { subjectName: "The app's", byName: "Switchboard" },
      { subjectName: "Of somebody who has left", byName: "Ben Finch" },
      { subjectName: "A line", subject: "phoneNumber", subjectId: id },
      { subjectName: "Another line", subject: "phoneNumber" },
      { subjectName: "Renumbered", after: { Phones: "Mobile (212)\u00a0555-0142", Note: "100%" } },
      { subjectName: "Old", at: new Date("2020-05-05T10:00:00Z") },
    );
    expect(await found({ by: olive.id })).toEqual(["Hers"]);
    expect(await found({ by: "app" })).toEqual(["The app's"]);
    expect(await found({ search: "ben finch" })).toEqual(["Of somebody who has left"]);
    expect(await found({ subject: "phoneNumber" })).toEqual(["Another line", "A line"]);
    expect(await found({ subject: "phoneNumber", subjectId: id })).toEqual(["A line"]);
    expect(await found({ search: "(212) 555-0142" })).toEqual(["Renumbered"]);
    expect(await found({ search: "0%" })).toEqual(["Renumbered"]);
    expect(await found({ search: "___" })).toEqual([]);
    const may = { from: new Date("2020-05-05T10:00:00Z"), until: new Date("2020-05-05T10:00:00.001Z") };
    expect(await found(may)).toEqual(["Old"]);
    expect(await found({ until: may.from })).toEqual([]);
    expect(await found({ from: may.until, by: olive.id })).toEqual(["Hers"]);
  });

  it("reads no more than a page of ten thousand changes by the index", async () => {
    await test.db.execute(sql`
      insert into activity (at, by_name, verb, subject, subject_id, subject_name, after)
      select now() - make_interval(secs => n), 'Olive', 'savePerson', 'person', n::text, 'Person ' || n, '{}'
      from generate_series(1, 10000) as n
    `);
    await test.db.execute(sql`analyze activity`);
    for (const after of [null, { at: new Date(), id: 1 }]) {
      const { rows } = await test.db.execute(
        sql`explain ${newestChanges(test.db, { ...everything, after }).getSQL()}`,
      );
      expect(JSON.stringify(rows)).toContain("Index Scan using activity_by_time");
      expect(JSON.stringify(rows)).not.toContain("Sort");
    }
    expect(await found({ limit: 2 })).toEqual(["Person 1", "Person 2"]);
  });
});

describe("listActivityMakers", () => {
  it("names everybody who has an account, and finds them by name", async () => {
    expect(await listActivityMakers(test.db)).toEqual({ makers: [olive], isAll: true });
    expect((await listActivityMakers(test.db, { search: "ive ald" })).makers).toEqual([olive]);
    expect((await listActivityMakers(test.db, { search: "nobody" })).makers).toEqual([]);
  });

  it("names the first of many, with the one that is chosen, and tells that there are more", async () => {
    const many = Array.from({ length: 42 }, (_, index) => ({
      id: randomUUID(),
      name: `Account ${10 + index}`,
      email: `${index}@example.com`,
      role: "staff" as const,
    }));
    await test.db.insert(staffUsers).values(many);
    const { makers, isAll } = await listActivityMakers(test.db, { chosen: olive.id });
    expect(isAll).toBe(false);
    expect(makers.map(({ name }) => name)).toEqual([
      ...many.slice(0, 39).map(({ name }) => name),
      olive.name,
    ]);
  });
});
