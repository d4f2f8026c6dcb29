import { asc, eq } from "drizzle-orm";
import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callEvents, calls, voicemails } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { makeLine, makePerson } from "@/e2e/office/make-line";
import { sid } from "@/e2e/twilio/twilio";
import type { CallEvent } from "@/lib/call/step-answer";
import { type CallRecord, entryStepKey, recordCall } from "./record-call";
import { type CallStatusRecord, recordStatus } from "./record-status";

let test: TestDatabase;
let configurationId: string;
let ana: { id: string; name: string };
let ben: { id: string; name: string };

beforeAll(async () => {
  test = await openTestDatabase();
  configurationId = (await makeLine(test.db)).configurationId;
  ana = await makePerson(test.db, "Ana");
  ben = await makePerson(test.db, "Ben");
});
afterAll(() => test.close());

const start = Temporal.Instant.from("2026-11-23T15:00:00Z");
const caller = "+14155550123";

type Told = (callSid: string) => Promise<void>;

const step =
  (second: number, kind: string, detail: CallEvent["detail"] = {}, more: Partial<CallRecord> = {}): Told =>
  (callSid) =>
    recordCall(test.db, {
      callSid,
      from: caller,
      fromName: "ADA",
      to: "+12125550100",
      at: start.add({ seconds: second }),
      configurationId,
      configurationVersion: null,
      reason: { code: "open", words: "Open" },
      degradedTo: null,
      event: {
        stepKey: `${kind}:${second}`,
        kind,
        actionId: null,
        actionName: `Action of ${kind}`,
        words: kind,
        detail,
      },
      ...more,
    });

const entry = (more: Partial<CallRecord> = {}): Told =>
  step(
    0,
    "answer",
    {},
    {
      configurationVersion: 3,
      reason: { code: "open", words: "Open until 17:00" },
      event: {
        stepKey: entryStepKey,
        kind: "answer",
        actionId: null,
        actionName: "Ring",
        words: "",
        detail: {},
      },
      ...more,
    },
  );

/** A phone that was rung tells of its caller's call what it knows of it. */
const leg = { from: "unknown", fromName: null };

const status =
  (second: number, word: string, more: Partial<CallStatusRecord> = {}): Told =>
  (callSid) =>
    recordStatus(test.db, {
      callSid,
      from: caller,
      to: "+12125550100",
      status: word,
      durationSeconds: null,
      at: start.add({ seconds: second }),
      ...more,
    });

const voicemail = {
  recordingSid: sid("RE"),
  recordingUrl: "https://api.twilio.com/x",
  durationSeconds: 17,
};

async function outcome(told: readonly Told[], atOnce = false) {
  const callSid = sid("CA");
  if (atOnce) await Promise.all(told.map((tell) => tell(callSid)));
  else for (const tell of told) await tell(callSid);
  const [call] = await test.db.select().from(calls).where(eq(calls.sid, callSid));
  const events = await test.db
    .select()
    .from(callEvents)
    .where(eq(callEvents.callSid, callSid))
    .orderBy(asc(callEvents.stepKey));
  await test.db.delete(voicemails);
  return { call: { ...call, sid: "" }, events: events.map((event) => ({ ...event, id: 0, callSid: "" })) };
}

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, index) =>
    permutations(items.toSpliced(index, 1)).map((others) => [item, ...others]),
  );
}

describe("the records of a call", () => {
  it("come to the same row in all of their orders, each told twice", async () => {
    const told = [
      entry(),
      step(9, "screened", { isTaken: true, personId: ana.id, name: "Ana" }, leg),
      step(60, "after-dial", { isTaken: true, durationSeconds: 55 }),
      status(0, "ringing"),
      status(61, "completed", { durationSeconds: 61 }),
    ];
    const expected = await outcome(told);
    expect(expected.call).toMatchObject({
      fromNumber: caller,
      receivedAt: new Date("2026-11-23T15:00:00Z"),
      configurationVersion: 3,
      reason: "Open until 17:00",
      result: "answered",
      answeredAt: new Date("2026-11-23T15:00:09Z"),
      answeredById: ana.id,
      answeredByName: "Ana",
      rungIds: [ana.id],
      status: "completed",
      durationSeconds: 61,
      endedAt: new Date("2026-11-23T15:01:01Z"),
    });
    for (const order of permutations(told)) {
      expect(await outcome([...order, ...order.toReversed()])).toEqual(expected);
    }
  });

  it("come to the same row in any order, whichever of them are lost", async () => {
    const told = [
      entry(),
      step(2, "menu", { digits: "1" }),
      step(8, "screen", { personId: ana.id }, leg),
      step(11, "screened", { isTaken: false, personId: ana.id, name: "Ana" }, leg),
      step(12, "screened", { isTaken: true, personId: ben.id, name: "Ben" }, leg),
      step(13, "screened", { isTaken: true, personId: ana.id, name: "Ana" }, leg),
      step(70, "after-dial", { isTaken: true, durationSeconds: 62, name: "+12125550142" }),
      step(71, "go", {}, { degradedTo: "memory" }),
      step(90, "after-record", {}, { voicemail, degradedTo: "fallbackNumber" }),
      step(
        80,
        "after-dial",
        { isTaken: false },
        { reason: { code: "recordLost", words: "Answered while the database was away" } },
      ),
      step(91, "after-name", {}, { spokenNameUrl: "https://api.twilio.com/name" }),
      status(0, "initiated"),
      status(1, "ringing"),
      status(2, "in-progress"),
      status(95, "completed", { durationSeconds: 95 }),
      status(99, "completed", { durationSeconds: 95 }),
    ];
    const twice = [...told.keys(), ...told.keys()];
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(twice, { minLength: 1 }),
        fc.boolean(),
        async (order, isAtOnce) => {
          const expected = await outcome(told.filter((_, index) => order.includes(index)));
          const shuffled = order.map((index) => told[index] as Told);
          expect(await outcome(shuffled, isAtOnce)).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("what came of a call", () => {
  const isRefused = { isTaken: false, name: "Ben", number: "+12125550143" };
  it.each<[string, Told[], string | null, string | null]>([
    ["goes on while nothing has told of its end", [entry()], null, null],
    [
      "was taken at the key",
      [entry(), step(5, "screened", { isTaken: true, name: "Ana" })],
      "answered",
      "Ana",
    ],
    [
      "was taken by a phone without a name",
      [entry(), step(5, "screened", { isTaken: true, name: null, number: "+12125550142" })],
      "answered",
      "+12125550142",
    ],
    ["was bridged without a key", [entry(), step(50, "after-dial", { isTaken: true })], "answered", null],
    ["was asked and refused", [entry(), step(5, "screened", isRefused)], "missed", null],
    ["rang and nobody came", [entry(), step(20, "after-dial", { isTaken: false })], "missed", null],
    [
      "was asked when the caller hung up",
      [entry(), step(5, "screen"), status(6, "completed")],
      "missed",
      null,
    ],
    ["was given up while it rang", [entry(), status(20, "no-answer")], "missed", null],
    [
      "left a message after nobody came",
      [entry(), step(20, "after-dial", { isTaken: false }), step(40, "after-record", {}, { voicemail })],
      "voicemail",
      null,
    ],
    ["was told something", [entry(), status(20, "completed")], "told", null],
    ["was rejected by an action", [entry(), status(0, "busy")], "rejected", null],
    [
      "was turned away",
      [
        step(0, "reject", {}, { reason: { code: "callerBlocked", words: "The caller is blocked" } }),
        status(0, "busy"),
      ],
      "rejected",
      null,
    ],
    [
      "went to the fallback number, which has not told",
      [entry({ degradedTo: "fallbackNumber" }), status(50, "completed")],
      "missed",
      null,
    ],
  ])("%s", async (_, told, result, answeredByName) => {
    expect((await outcome(told)).call).toMatchObject({ result, answeredByName });
  });

  it("forgets a person who has been deleted, but not their name", async () => {
    const gone = "0b0e4a5e-8f43-4ff6-9c1f-2f1f6f0c9a11";
    const { call } = await outcome([
      entry(),
      step(5, "screened", { isTaken: true, name: "Cy", personId: gone }),
    ]);
    expect(call).toMatchObject({ answeredById: null, answeredByName: "Cy" });
  });
});

describe("a status", () => {
  it("never overwrites a later one", async () => {
    const told = [
      status(60, "completed", { durationSeconds: 60 }),
      status(61, "in-progress"),
      status(62, "ringing"),
    ];
    expect((await outcome(told)).call).toMatchObject({
      status: "completed",
      durationSeconds: 60,
      endedAt: new Date("2026-11-23T15:01:00Z"),
    });
  });

  it("ends no call before its end", async () => {
    expect((await outcome([entry(), status(1, "in-progress")])).call).toMatchObject({
      status: "in-progress",
      endedAt: null,
      result: null,
    });
  });
});
