import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { configurations, phoneNumbers } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { anyNumber, makeAction, makeLine, makePerson } from "@/e2e/office/make-line";
import { findLineSetup } from "../call-path/find-line-setup";
import { type LineCursor, listLines } from "./list-lines";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.delete(configurations);
  await database.db.delete(phoneNumbers);
});

const at = Temporal.Instant.from("2026-11-23T17:00:00Z");
const page = (after: LineCursor | null = null, limit = 50) => listLines(database.db, { at, after, limit });
const addNumber = async (friendlyName: string, more: Partial<typeof phoneNumbers.$inferInsert> = {}) => {
  const number = anyNumber();
  await database.db.insert(phoneNumbers).values({ number, friendlyName, ...more });
  return number;
};

describe("listLines", () => {
  it("finds for each number exactly what the webhook finds for a call to it", async () => {
    const { db } = database;
    const person = await makePerson(db, "Ana Lima", { awayUntil: new Date("2026-12-01T08:00:00Z") });
    const message = await makeAction(db, "voicemail");
    const ring = await makeAction(db, "ring-one", {
      people: { people: [{ personId: person.id }, { number: anyNumber() }] },
      unanswered: { actionId: message.id },
    });
    await makeLine(db, {
      openActionId: ring.id,
      schedule: {
        windows: [{ weekday: 5, opensAt: "22:00", closesAt: "06:00" }],
        exceptions: [
          { startsOn: "2020-12-25", endsOn: "2020-12-25", label: "Long over" },
          {
            startsOn: "2026-12-24",
            endsOn: "2026-12-24",
            label: "Christmas Eve",
            windows: [{ opensAt: "09:00", closesAt: "24:00" }],
          },
        ],
        override: {
          isOpen: false,
          until: new Date("2027-01-01T00:00:00Z"),
          reason: "moving",
          setByName: "Olive",
        },
      },
    });
    await makeLine(db, { isActive: false });
    const { lines } = await page();
    expect(lines).toHaveLength(2);
    for (const { phoneNumberId, schedule, preview, ...line } of lines) {
      const { setup } = await findLineSetup(db, { called: line.line.number, caller: "anonymous", at });
      expect(line).toEqual(setup);
      expect(preview).toBeNull();
      const [number] = await db.select().from(phoneNumbers).where(eq(phoneNumbers.id, phoneNumberId));
      expect(number?.number).toBe(line.line.number);
      expect(schedule === null).toBe(line.configuration === null);
    }
    expect(lines.filter(({ configuration }) => configuration)).toHaveLength(1);
  });

  it("is in the order of the names, whatever their capitals, and leaves out numbers that are gone", async () => {
    await addNumber("beta");
    await addNumber("Alpha");
    await addNumber("Gamma");
    await addNumber("Aaron", { goneSince: new Date() });
    const { lines, next, country } = await page();
    expect(lines.map(({ line }) => line.name)).toEqual(["Alpha", "beta", "Gamma"]);
    expect(next).toBeNull();
    expect(country).toBe("US");
  });

  it("walks through pages without losing a number or showing one twice", async () => {
    const made = await Promise.all(["Same", "same", "Same", "Other", "other"].map((name) => addNumber(name)));
    const seen: string[] = [];
    let after: LineCursor | null = null;
    do {
      const { lines, next } = await page(after, 2);
      seen.push(...lines.map(({ line }) => line.number));
      after = next;
    } while (after);
    expect(seen.toSorted()).toEqual(made.toSorted());
  });

  it("tells which preview a test number is at, and since when", async () => {
    const preview = { origin: "https://switchboard-git-branch.vercel.app", since: at };
    await addNumber("Test line", {
      isTestNumber: true,
      previewOrigin: preview.origin,
      previewSince: new Date(at.epochMilliseconds),
    });
    const { lines } = await page();
    expect(lines.map((line) => line.preview)).toEqual([preview]);
  });

  it("is empty, and knows the country, where there are no numbers", async () => {
    expect(await page()).toEqual({ lines: [], next: null, country: "US", timeZone: "America/New_York" });
  });
});
