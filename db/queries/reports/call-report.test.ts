import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { callEvents, calls, people } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { makeLine, makePerson } from "@/e2e/office/make-line";
import { sid } from "@/e2e/twilio/twilio";
import { callResults } from "@/lib/call/call-result";
import { type CallReport, getCallReport, type ReportCell, type ReportRequest } from "./get-call-report";

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());
beforeEach(() => test.db.delete(calls));

type Call = typeof calls.$inferInsert;

const call = (receivedAt: Date, more: Partial<Call> = {}): Call => ({
  sid: sid("CA"),
  fromNumber: "+14155550123",
  toNumber: "+12125550100",
  receivedAt,
  reasonCode: "open",
  reason: "Open until 17:00",
  ...more,
});

const hoursByHand: Partial<Record<Call["reasonCode"], ReportCell["hours"]>> = {
  open: "open",
  closed: "closed",
  callerNotKnown: "closed",
};

/** The figures of a report as a naive reader would count them, one call after another. */
function countByHand(made: readonly Call[], request: ReportRequest): Omit<CallReport, "people"> {
  const asked = made.filter(({ receivedAt, toNumber }) => {
    const at = receivedAt.getTime();
    const isIn = at >= request.from.epochMilliseconds && at < request.until.epochMilliseconds;
    return isIn && (request.to === null || toNumber === request.to);
  });
  const cells = new Map<string, ReportCell>();
  for (const { receivedAt, reasonCode, result } of asked) {
    const wall = Temporal.Instant.fromEpochMilliseconds(receivedAt.getTime()).toZonedDateTimeISO(
      request.timeZone,
    );
    const hours = hoursByHand[reasonCode] ?? "neither";
    const key = `${wall.dayOfWeek} ${String(wall.hour).padStart(2, "0")} ${hours}`;
    const cell = cells.get(key) ?? {
      weekday: wall.dayOfWeek,
      hour: wall.hour,
      hours,
      calls: 0,
      missed: 0,
    };
    cell.calls += 1;
    if (result === "missed") cell.missed += 1;
    cells.set(key, cell);
  }
  const numbers = [...new Set(asked.map(({ toNumber }) => toNumber))]
    .map((number) => ({
      number,
      name: null,
      ...outcomesByHand(asked.filter(({ toNumber }) => toNumber === number)),
    }))
    .sort((a, b) => b.calls - a.calls || (a.number < b.number ? -1 : 1));
  return {
    total: { ...outcomesByHand(asked), longestWaitSeconds: longestWait(asked) },
    cells: [...cells.keys()].sort().map((key) => cells.get(key) as ReportCell),
    numbers,
  };
}

const secondsBetween = (from: Date, to: Date | null | undefined): number | null =>
  to ? Math.max(0, (to.getTime() - from.getTime()) / 1000) : null;

const waits = (some: readonly Call[], wanted: string, end: "answeredAt" | "endedAt") =>
  some
    .filter(({ result }) => result === wanted)
    .map((one) => secondsBetween(one.receivedAt, one[end]))
    .filter((seconds) => seconds !== null);

function longestWait(some: readonly Call[]): number | null {
  const all = [...waits(some, "answered", "answeredAt"), ...waits(some, "missed", "endedAt")];
  return all.length === 0 ? null : Math.max(...all);
}

function outcomesByHand(some: readonly Call[]) {
  const count = (wanted: string) => some.filter(({ result }) => result === wanted).length;
  const sorted = waits(some, "answered", "answeredAt").sort((a, b) => a - b);
  return {
    calls: some.length,
    answered: count("answered"),
    missed: count("missed"),
    voicemails: count("voicemail"),
    medianSeconds: percentile(sorted, 0.5),
    ninetiethSeconds: percentile(sorted, 0.9),
  };
}

function percentile(sorted: readonly number[], share: number): number | null {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (place - Math.floor(place));
}

/** Percentiles are added up in another order there. */
const rounded = (report: unknown) =>
  JSON.parse(
    JSON.stringify(report, (_, value) => (typeof value === "number" ? Number(value.toFixed(6)) : value)),
  );

/** Weekends in which the clocks change, by an hour and by half an hour, forwards and back. */
const weekends = [
  ["America/New_York", "2026-03-08T00:00:00Z"],
  ["America/New_York", "2026-11-01T00:00:00Z"],
  ["Europe/London", "2026-10-25T00:00:00Z"],
  ["Australia/Lord_Howe", "2026-04-04T12:00:00Z"],
  ["Asia/Kathmandu", "2026-06-01T00:00:00Z"],
] as const;

const anyCall = fc.record({
  minute: fc.integer({ min: -3000, max: 3000 }),
  wait: fc.integer({ min: -1000, max: 90_000 }),
  result: fc.option(fc.constantFrom(...callResults)),
  reasonCode: fc.constantFrom(
    "open",
    "closed",
    "callerNotKnown",
    "knownCaller",
    "callerBlocked",
    "recordLost",
  ),
  toNumber: fc.constantFrom("+12125550100", "+12125550101"),
  isEnded: fc.boolean(),
});

describe("getCallReport", () => {
  it("counts what a naive reader counts, on the days on which clocks change too", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...weekends),
        fc.array(anyCall, { maxLength: 40 }),
        fc.boolean(),
        async ([timeZone, middle], given, isOneNumber) => {
          const around = Temporal.Instant.from(middle);
          const made = given.map(({ minute, wait, isEnded, ...one }) => {
            const at = around.add({ minutes: minute }).epochMilliseconds;
            const later = new Date(at + wait);
            return call(new Date(at), {
              ...one,
              answeredAt: one.result === "answered" ? later : null,
              endedAt: isEnded ? later : null,
            });
          });
          await test.db.delete(calls);
          if (made.length > 0) await test.db.insert(calls).values(made);
          const request = {
            from: around.subtract({ hours: 40 }),
            until: around.add({ hours: 40 }),
            timeZone,
            to: isOneNumber ? "+12125550101" : null,
          };
          const { people: _, ...report } = await getCallReport(test.db, request);
          expect(rounded(report)).toEqual(rounded(countByHand(made, request)));
        },
      ),
      { numRuns: 60 },
    );
  });

  const day: ReportRequest = {
    from: Temporal.Instant.from("2026-11-23T05:00:00Z"),
    until: Temporal.Instant.from("2026-11-24T05:00:00Z"),
    timeZone: "America/New_York",
    to: null,
  };
  const noon = new Date("2026-11-23T17:00:00Z");

  it("tells what each person took, and what nobody took though they were rung", async () => {
    const [ana, ben, gone] = [
      await makePerson(test.db, "Ana"),
      await makePerson(test.db, "Ben"),
      "0b0e4a5e-8f43-4ff6-9c1f-2f1f6f0c9a11",
    ];
    const both = [ana.id, ben.id, gone];
    await test.db
      .insert(calls)
      .values([
        call(noon, { result: "answered", answeredById: ana.id, answeredByName: "Ana", rungIds: both }),
        call(noon, { result: "answered", answeredById: ana.id, answeredByName: "Ana" }),
        call(noon, { result: "answered", answeredByName: "+12125550177" }),
        call(noon, { result: "missed", rungIds: both }),
        call(noon, { result: "voicemail", rungIds: [ben.id] }),
      ]);
    const report = await getCallReport(test.db, day);
    expect(report.people).toEqual([
      { id: ana.id, name: "Ana", rung: 3, answered: 2, untaken: 1 },
      { id: ben.id, name: "Ben", rung: 3, answered: 0, untaken: 2 },
      { id: null, name: "+12125550177", rung: 1, answered: 1, untaken: 0 },
    ]);
    await test.db.delete(people);
  });

  it("counts the wait of whoever left a message until it began, whatever has become of the message", async () => {
    const [left, leftTwo, nothing] = [sid("CA"), sid("CA"), sid("CA")];
    const voicemail = { result: "voicemail" as const, endedAt: new Date(noon.getTime() + 500_000) };
    await test.db
      .insert(calls)
      .values([
        call(noon, { ...voicemail, sid: left }),
        call(noon, { ...voicemail, sid: leftTwo }),
        call(noon, { result: "missed", sid: nothing, endedAt: new Date(noon.getTime() + 60_000) }),
      ]);
    const told = (callSid: string, afterSeconds: number, detail: Record<string, string | number>) => ({
      callSid,
      stepKey: `message:${sid("RE")}`,
      kind: "after-record",
      at: new Date(noon.getTime() + afterSeconds * 1000),
      words: "A message was left",
      detail,
    });
    const message = (durationSeconds: number) => ({ recordingSid: sid("RE"), durationSeconds });
    await test.db.insert(callEvents).values([
      // Their messages began after 75 and 80 seconds, and another one later.
      told(left, 95, message(20)),
      told(leftTwo, 90, message(10)),
      told(leftTwo, 300, message(30)),
      // Not a message.
      told(nothing, 400, { isTaken: "false" }),
    ]);
    const { total } = await getCallReport(test.db, day);
    expect(total.longestWaitSeconds).toBe(80);
  });

  it("names a line as it is called now", async () => {
    const line = await makeLine(test.db);
    await test.db.insert(calls).values([call(noon, { toNumber: line.number }), call(noon), call(noon)]);
    const { numbers } = await getCallReport(test.db, day);
    expect(numbers).toMatchObject([
      { number: "+12125550100", name: null, calls: 2 },
      { number: line.number, name: line.name, calls: 1 },
    ]);
  });

  it("is empty where there were no calls", async () => {
    expect(await getCallReport(test.db, day)).toEqual({
      total: {
        calls: 0,
        answered: 0,
        missed: 0,
        voicemails: 0,
        medianSeconds: null,
        ninetiethSeconds: null,
        longestWaitSeconds: null,
      },
      cells: [],
      numbers: [],
      people: [],
    });
  });
});
