import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { callEvents, calls, knownCallers, people, phoneNumbers } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { anyNumber, makeLine, makePerson } from "@/e2e/office/make-line";
import { sid } from "@/e2e/twilio/twilio";
import { findCall } from "./find-call";
import { listCalledNumbers } from "./list-called-numbers";
import { type CallFilter, type CallPage, type CallPlace, everyCall, listCalls } from "./list-calls";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.db.delete(calls));

const start = Temporal.Instant.from("2026-11-23T15:00:00Z");

async function makeCall(
  minute: number,
  more: Partial<typeof calls.$inferInsert> = {},
  events: { kind: string; detail?: Record<string, string | boolean> }[] = [],
): Promise<string> {
  const callSid = sid("CA");
  await database.db.insert(calls).values({
    sid: callSid,
    fromNumber: "+14155550123",
    toNumber: "+12125550100",
    receivedAt: new Date(start.add({ minutes: minute }).epochMilliseconds),
    reasonCode: "open",
    reason: "Open until 17:00",
    ...more,
  });
  for (const [index, { kind, detail }] of events.entries()) {
    await database.db.insert(callEvents).values({
      callSid,
      stepKey: `${kind}:${index}`,
      kind,
      at: new Date(start.add({ minutes: minute, seconds: index }).epochMilliseconds),
      words: `${kind} ${index}`,
      detail: detail ?? {},
    });
  }
  return callSid;
}

const list = (filter: Partial<CallFilter> = {}, place: CallPlace = null, limit = 50) =>
  listCalls(database.db, { filter: { ...everyCall, ...filter }, place, limit });
const sidsOf = async (filter: Partial<CallFilter> = {}) => (await list(filter)).calls.map((call) => call.sid);

describe("listCalls", () => {
  it("is newest first, and walks through pages both ways without losing a call or showing one twice", async () => {
    const made = [];
    for (const minute of [0, 1, 1, 1, 2, 3]) made.push(await makeCall(minute));
    const pages: CallPage[] = [];
    let place: CallPlace = null;
    do {
      const page: CallPage = await list({}, place, 2);
      pages.push(page);
      place = page.olderThan && { olderThan: page.olderThan };
    } while (place);
    const sidsOn = ({ calls }: CallPage) => calls.map((call) => call.sid);
    const seen = pages.flatMap(sidsOn);
    expect(seen).toHaveLength(6);
    expect(new Set(seen)).toEqual(new Set(made));
    expect([seen[0], seen[5]]).toEqual([made[5], made[0]]);
    expect(pages[0]?.newerThan).toBeNull();

    const back: string[][] = [];
    place = pages[2]?.newerThan ? { newerThan: pages[2].newerThan } : null;
    while (place) {
      const page: CallPage = await list({}, place, 2);
      back.unshift(sidsOn(page));
      expect(page.olderThan).not.toBeNull();
      place = page.newerThan && { newerThan: page.newerThan };
    }
    expect(back).toEqual(pages.slice(0, 2).map(sidsOn));
  });

  it("finds by words, by digits whatever is typed between them, by number called, result and time", async () => {
    const line = await makeLine(database.db);
    const [first, second, third] = [
      await makeCall(0, { fromName: "Ada 100%", toNumber: line.number }),
      await makeCall(1, {
        fromNumber: "+442079460123",
        result: "rejected",
        reasonCode: "callerBlocked",
        reason: "The caller is blocked",
      }),
      await makeCall(2, { fromNumber: "anonymous" }),
    ];
    expect(await sidsOf({ words: "ada" })).toEqual([first]);
    expect(await sidsOf({ words: "0%" })).toEqual([first]);
    // As it is dialled within its country.
    expect(await sidsOf({ words: "(020) 7946" })).toEqual([second]);
    expect(await sidsOf({ words: "20 7946" })).toEqual([second]);
    expect(await sidsOf({ words: "BLOCKED" })).toEqual([second]);
    expect(await sidsOf({ to: line.number })).toEqual([first]);
    expect(await sidsOf({ result: "rejected" })).toEqual([second]);
    expect(await sidsOf({ from: start.add({ minutes: 1 }), until: start.add({ minutes: 2 }) })).toEqual([
      second,
    ]);
    expect((await list({ to: line.number })).calls[0]?.lineName).toBe(line.name);
    expect(third).toBeDefined();
  });

  it("finds the calls that were answered in an outage", async () => {
    const inOutage = await makeCall(0, { degradedTo: "memory" });
    await makeCall(1);
    expect(await sidsOf({ isDegraded: true })).toEqual([inOutage]);
  });

  it("finds who took a call and who was only rung", async () => {
    const [ana, ben] = [await makePerson(database.db, "Ana"), await makePerson(database.db, "Ben")];
    const taken = await makeCall(0, { answeredById: ana.id, answeredByName: "Ana", result: "answered" });
    const rung = await makeCall(1, { rungIds: [ana.id, ben.id].toSorted(), result: "missed" });
    await makeCall(2);
    expect(await sidsOf({ personId: ana.id })).toEqual([rung, taken]);
    expect(await sidsOf({ personId: ben.id })).toEqual([rung]);
    expect((await findCall(database.db, rung))?.rung.map(({ name }) => name)).toEqual(["Ana", "Ben"]);
  });

  it("calls a known caller by the firm's own name for them, and finds them by it", async () => {
    const known = await makeCall(0, { fromName: "WIRELESS CALLER" });
    await makeCall(1, { fromNumber: "+14155550124" });
    await database.db.insert(knownCallers).values({ number: "+14155550123", name: "Grace 50% Hopper" });
    expect(await sidsOf({ words: "hopper" })).toEqual([known]);
    expect(await sidsOf({ words: "50%" })).toEqual([known]);
    expect((await list({ words: "wireless" })).calls[0]?.fromName).toBe("Grace 50% Hopper");
    expect(await findCall(database.db, known)).toMatchObject({
      fromName: "WIRELESS CALLER",
      knownCaller: { name: "Grace 50% Hopper" },
    });
    await database.db.delete(knownCallers);
  });
});

describe("the choices of the filter", () => {
  it("are the first by name and the one that is chosen, and tell that there are more", async () => {
    const branch = `Branch ${sid("CA").slice(2, 10)}`;
    const names = Array.from({ length: 45 }, (_, index) => `${branch} ${10 + index}`);
    const numbers = names.map((friendlyName) => ({ friendlyName, number: anyNumber() }));
    await database.db.insert(phoneNumbers).values(numbers);
    const chosen = numbers.at(-1)?.number ?? "";
    const found = await listCalledNumbers(database.db, { search: branch, chosen });
    expect(found.isAll).toBe(false);
    expect(found.numbers.map(({ name }) => name)).toEqual([...names.slice(0, 39), names.at(-1)]);
    expect(await listCalledNumbers(database.db, { search: `${branch} 54` })).toMatchObject({
      isAll: true,
      numbers: [{ number: chosen }],
    });
    expect((await listCalledNumbers(database.db, { search: chosen.slice(3) })).numbers).toHaveLength(1);
  });
});

describe("somebody's calls", () => {
  it("are those that they took or that rang for them, in the order of the log, whatever is told of them later", async () => {
    const [ana, ben] = [await makePerson(database.db, "Ana"), await makePerson(database.db, "Ben")];
    const taken = await makeCall(0, { answeredById: ana.id });
    const rung = await makeCall(1, { rungIds: [ana.id, ben.id], answeredById: ben.id });
    const later = await makeCall(2);
    expect(await sidsOf({ personId: ana.id })).toEqual([rung, taken]);

    await database.db
      .update(calls)
      .set({ rungIds: [ana.id], receivedAt: new Date("2026-11-23T14:00:00Z") })
      .where(eq(calls.sid, later));
    expect(await sidsOf({ personId: ana.id })).toEqual([rung, taken, later]);
    const page = await list({ personId: ana.id }, null, 2);
    expect(await list({ personId: ana.id }, page.olderThan && { olderThan: page.olderThan })).toMatchObject({
      calls: [{ sid: later }],
      newerThan: { sid: later },
    });
    await database.db
      .update(calls)
      .set({ receivedAt: new Date("2026-11-23T16:00:00Z") })
      .where(eq(calls.sid, later));
    expect(await sidsOf({ personId: ana.id })).toEqual([later, rung, taken]);
    expect(await sidsOf({ personId: ben.id })).toEqual([rung]);

    await database.db.delete(people).where(eq(people.id, ana.id));
    expect(await sidsOf({ personId: ben.id })).toEqual([rung]);
    await database.db.delete(calls).where(eq(calls.sid, rung));
    expect(await sidsOf({ personId: ben.id })).toEqual([]);
  });
});

describe("findCall", () => {
  it("tells a call with its steps in order and what they were about", async () => {
    const line = await makeLine(database.db);
    const callSid = await makeCall(
      0,
      { toNumber: line.number, configurationId: line.configurationId, configurationVersion: 1 },
      [{ kind: "answer" }, { kind: "after-dial" }],
    );
    const call = await findCall(database.db, callSid);
    expect(call?.steps.map(({ words }) => words)).toEqual(["answer 0", "after-dial 1"]);
    expect(call).toMatchObject({
      line: { id: line.phoneNumberId, name: line.name },
      configuration: { id: line.configurationId, version: 1 },
      voicemails: [],
      endedAt: null,
    });
  });

  it("names the phone that a step was about, while its owner has others or it is theirs no more", async () => {
    const [mobile, desk, former] = [anyNumber(), anyNumber(), anyNumber()];
    const ana = await makePerson(database.db, "Ana", { numbers: [mobile, desk] });
    const ben = await makePerson(database.db, "Ben");
    const of = (personId: string, number: string) => ({ kind: "screened", detail: { personId, number } });
    const callSid = await makeCall(0, {}, [
      of(ana.id, desk),
      of(ana.id, former),
      of(ben.id, ben.numbers[0] ?? ""),
      of(ben.id, former),
      of(randomUUID(), former),
      { kind: "menu", detail: { digits: "1" } },
      { kind: "after-dial", detail: { personId: ana.id, isTaken: true } },
    ]);
    const call = await findCall(database.db, callSid);
    expect(call?.steps.map(({ phone }) => phone)).toEqual([
      { number: desk, label: "Phone 2" },
      { number: former, label: null },
      null,
      { number: former, label: null },
      { number: former, label: null },
      null,
      null,
    ]);
  });

  it("names the phones that rang in vain, where their owner has others", async () => {
    const [mobile, desk, former] = [anyNumber(), anyNumber(), anyNumber()];
    const ana = await makePerson(database.db, "Ana", { numbers: [mobile, desk] });
    const ben = await makePerson(database.db, "Ben");
    const rang = (numbers: string[]) => ({
      kind: "after-dial",
      detail: { rang: "Ana, Ben", rangIds: `${ana.id},${ben.id}`, rangNumbers: numbers.join(" ") },
    });
    const own = ben.numbers[0] ?? "";
    const callSid = await makeCall(0, {}, [
      rang([mobile, desk, own]),
      rang([desk, former]),
      { kind: "after-dial", detail: { rang: "Ana", rangIds: ana.id } },
    ]);
    const call = await findCall(database.db, callSid);
    expect(call?.steps.map(({ rangPhones }) => rangPhones.map(({ label }) => label))).toEqual([
      ["Phone 1", "Phone 2"],
      ["Phone 2"],
      [],
    ]);
  });

  it("finds nothing under another sid", async () => {
    expect(await findCall(database.db, sid("CA"))).toBeNull();
    expect(await findCall(database.db, "'; drop table calls")).toBeNull();
  });
});
