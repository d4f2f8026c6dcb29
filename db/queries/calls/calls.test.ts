import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { callEvents, calls, voicemails } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { makeLine } from "@/e2e/office/make-line";
import { sid } from "@/e2e/twilio/twilio";
import { findCall } from "./find-call";
import { type CallCursor, type CallFilter, listCalls } from "./list-calls";

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

const none: CallFilter = { words: "", to: null, result: null, from: null, until: null };
const list = (filter: Partial<CallFilter> = {}, before: CallCursor | null = null, limit = 50) =>
  listCalls(database.db, { filter: { ...none, ...filter }, before, limit });
const sidsOf = async (filter: Partial<CallFilter> = {}) => (await list(filter)).calls.map((call) => call.sid);

describe("what came of a call", () => {
  const taken = { kind: "screened", detail: { isTaken: true, name: "Ana", number: "+12125550142" } };
  const refused = { kind: "screened", detail: { isTaken: false, name: "Ben", number: "+12125550143" } };

  it.each([
    ["answered", [taken, { kind: "after-dial", detail: { isTaken: true } }], "Ana"],
    ["answered", [{ kind: "after-dial", detail: { isTaken: true } }], null],
    ["missed", [refused, { kind: "after-dial", detail: { isTaken: false } }], null],
    ["told", [{ kind: "answer" }], null],
    ["told", [], null],
  ] as const)("is “%s” after %o", async (result, events, takenBy) => {
    await makeCall(0, {}, [...events]);
    expect((await list()).calls).toMatchObject([{ result, takenBy }]);
  });

  it("is a message left, unless somebody took the call after all", async () => {
    const callSid = await makeCall(0, {}, [{ kind: "after-dial", detail: { isTaken: false } }]);
    await database.db.insert(voicemails).values({
      callSid,
      recordingSid: sid("RE"),
      recordingUrl: "https://api.twilio.com/x",
      durationSeconds: 7,
      leftAt: new Date(),
    });
    expect((await list()).calls).toMatchObject([{ result: "voicemail" }]);
  });

  it.each(["numberUnknown", "configurationInactive", "callerBlocked"] as const)(
    "is turned away by %s",
    async (code) => {
      await makeCall(0, { reasonCode: code });
      expect((await list()).calls).toMatchObject([{ result: "rejected" }]);
    },
  );
});

describe("listCalls", () => {
  it("is newest first, and walks through pages without losing a call or showing one twice", async () => {
    const made = [];
    for (const minute of [0, 1, 1, 1, 2, 3]) made.push(await makeCall(minute));
    const seen: string[] = [];
    let before: CallCursor | null = null;
    do {
      const page = await list({}, before, 2);
      seen.push(...page.calls.map((call) => call.sid));
      before = page.next;
    } while (before);
    expect(seen).toHaveLength(6);
    expect(new Set(seen)).toEqual(new Set(made));
    expect(seen[0]).toBe(made[5]);
    expect(seen[5]).toBe(made[0]);
  });

  it("finds by words, by digits whatever is typed between them, by number called, result and time", async () => {
    const line = await makeLine(database.db);
    const [first, second, third] = [
      await makeCall(0, { fromName: "Ada 100%", toNumber: line.number }),
      await makeCall(1, {
        fromNumber: "+442079460123",
        reasonCode: "callerBlocked",
        reason: "The caller is blocked",
      }),
      await makeCall(2, { fromNumber: "anonymous" }),
    ];
    expect(await sidsOf({ words: "ada" })).toEqual([first]);
    expect(await sidsOf({ words: "0%" })).toEqual([first]);
    expect(await sidsOf({ words: "(020) 7946" })).toEqual([]);
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

  it("finds nothing under another sid", async () => {
    expect(await findCall(database.db, sid("CA"))).toBeNull();
    expect(await findCall(database.db, "'; drop table calls")).toBeNull();
  });
});
