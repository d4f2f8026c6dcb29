import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, it } from "vitest";
import { recordCall } from "@/db/queries/call-path/record-call";
import { recordStatus } from "@/db/queries/call-path/record-status";
import { findCall } from "@/db/queries/calls/find-call";
import { type CallFilter, type CallPlace, everyCall, listCalls } from "@/db/queries/calls/list-calls";
import { listPeopleToChoose } from "@/db/queries/people/list-people-to-choose";
import { getCallReport } from "@/db/queries/reports/get-call-report";
import { deleteOldCalls } from "@/db/queries/retention/delete-old-calls";
import { deleteOldTraces } from "@/db/queries/retention/delete-old-rows";
import { listOldSpokenNames } from "@/db/queries/retention/list-old-recordings";
import { findAnything } from "@/db/queries/search/find-anything";
import { sid } from "../twilio/twilio";
import { callsPerDay, fillCalls, fillFirm, rarelyThere } from "./fill-calls";
import { fillTraces } from "./fill-traces";
import { type Cost, costOf, findGrowth } from "./measure";
import { type DeepDatabase, openDeepDatabase } from "./open-deep-database";

/** How the log fares with a hundred times as many calls. What it costs may grow with their logarithm, not with them. */

const few = 10_000;
const many = 1_000_000;

/** How many times the time of few calls it may take with many. */
const mostTimes = 15;

const growing = ["calls", "call_events", "call_people", "outgoing_calls", "text_backs"];

let deep: DeepDatabase;
beforeAll(async () => {
  deep = await openDeepDatabase();
  await fillFirm(deep.db);
});
afterAll(() => deep.close());

const newest = Temporal.Instant.from("2026-11-23T15:00:00Z");
const daysAgo = (days: number) => newest.subtract({ hours: 24 * days });
const sidOf = (n: number) => `CA${n.toString(16).padStart(32, "0")}`;

type Doing = [name: string, statements: number, run: () => Promise<unknown>];

/** @param count how many calls there are. */
async function doings({ watched: db }: DeepDatabase, count: number): Promise<Doing[]> {
  const idOf = async (name: string) =>
    (await listPeopleToChoose(deep.db, { search: name })).people.find((person) => person.name === name)?.id ??
    "";
  const [personId, rarePersonId] = [await idOf("Person 1"), await idOf(rarelyThere)];
  const list =
    (filter: Partial<CallFilter>, place: CallPlace = null, limit = 50) =>
    () =>
      listCalls(db, { filter: { ...everyCall, ...filter }, place, limit });
  const inFull = (name: string, filter: Partial<CallFilter>): Doing[] => [
    [`list: ${name}`, 1, list(filter)],
    [`export: ${name}`, 1, list(filter, { olderThan: middle }, 1000)],
  ];
  const find = (search: string) => findAnything(db, { search, role: "owner" });
  const middle = { receivedAt: daysAgo(5), sid: sidOf(0) };
  // Each time an hour more: what has been deleted is not there to be deleted again.
  let hours = 0;
  const oldest = daysAgo(count / callsPerDay);
  const nextHour = () => {
    hours += 1;
    return oldest.add({ hours });
  };
  const report = (to: string | null) => () =>
    getCallReport(db, { from: daysAgo(7), until: newest, timeZone: "America/New_York", to });
  const step = (callSid: string, stepKey: string) => () =>
    recordCall(db, {
      callSid,
      from: "+14155550123",
      fromName: null,
      to: "+12125550110",
      at: newest,
      configurationId: null,
      configurationVersion: null,
      reason: { code: "open", words: "Open" },
      degradedTo: null,
      event: { stepKey, kind: "go", actionId: null, actionName: null, words: "Went on", detail: {} },
    });
  return [
    ["list: newest", 1, list({})],
    ["list: further back", 1, list({}, { olderThan: middle })],
    ["list: further on", 1, list({}, { newerThan: middle })],
    ...inFull("a number", { to: "+12125550115" }),
    ...inFull("a result", { result: "voicemail" }),
    ...inFull("a rare result", { result: "rejected" }),
    ...inFull("a person", { personId }),
    ...inFull("a rare person", { personId: rarePersonId }),
    ...inFull("days", { from: daysAgo(6), until: daysAgo(5) }),
    ...inFull("common words", { words: "open until" }),
    ...inFull("a rare name", { words: "zebulon" }),
    ...inFull("a caller's number", { words: "(415) 501-2345" }),
    ...inFull("a known caller's name", { words: "known caller 17" }),
    ...inFull("words nobody has", { words: "qqqq" }),
    ...inFull("an outage", { isDegraded: true }),
    ...inFull("an outage of a day", { isDegraded: true, from: daysAgo(1) }),
    ...inFull("all at once", {
      words: "ada",
      to: "+12125550115",
      result: "answered",
      personId,
      from: daysAgo(9),
    }),
    ["palette: a caller's number", 1, () => find("(415) 501-2345")],
    ["palette: a rare name", 1, () => find("zebulon")],
    ["palette: common words", 1, () => find("open until")],
    ["palette: somebody's name", 1, () => find("person 7")],
    ["palette: words nobody has", 1, () => find("qqqq")],
    ["palette: a SID", 1, () => find(sidOf(1234))],
    ["export: all", 1, list({}, { olderThan: middle }, 1000)],
    ["a call's page", 3, () => findCall(db, sidOf(1234))],
    ["record: a new call", 1, () => step(sid("CA"), "entry")()],
    ["record: a later step", 1, step(sidOf(77), "go:1")],
    [
      "record: a status",
      1,
      () =>
        recordStatus(db, {
          callSid: sidOf(78),
          from: "+14155550123",
          to: "+12125550110",
          status: "completed",
          durationSeconds: 50,
          at: newest,
        }),
    ],
    ["report: a week", 1, report(null)],
    ["report: a week of a number", 1, report("+12125550115")],
    [
      "retention: nothing to delete",
      1,
      () => deleteOldCalls(db, { before: daysAgo(3000), after: null, limit: 500 }),
    ],
    [
      "retention: spoken names",
      1,
      () => listOldSpokenNames(db, { before: daysAgo(5), after: null, limit: 50 }),
    ],
    [
      "retention: no spoken names",
      1,
      () => listOldSpokenNames(db, { before: daysAgo(3000), after: null, limit: 50 }),
    ],
    ["retention: calls back and texts", 2, () => deleteOldTraces(db, nextHour())],
    ["retention: 500 calls", 1, () => deleteOldCalls(db, { before: daysAgo(1), after: null, limit: 500 })],
  ];
}

/**
 * What reads more rows the longer the time that is asked about: no ratio to few calls says anything of it. It has to end
 * within the time that a page gives the database, or the client gives up and this fails.
 */
async function measureReports(): Promise<void> {
  for (const days of [30, 366]) {
    const report = () =>
      getCallReport(deep.watched, {
        from: daysAgo(days),
        until: newest,
        timeZone: "America/New_York",
        to: null,
      });
    const cost = await costOf(deep, [], report);
    console.log(`| report: ${days} days | ${cost.statements} | | ${cost.milliseconds.toFixed(1)} | |`);
    expect(cost.statements, `report of ${days} days: statements`).toBe(1);
  }
}

async function measureAll(count: number): Promise<Map<string, Cost>> {
  await fillTraces(deep.db);
  const costs = new Map<string, Cost>();
  for (const [name, statements, run] of await doings(deep, count)) {
    const cost = await costOf(deep, growing, run);
    expect(cost.statements, `${name}: statements`).toBe(statements);
    costs.set(name, cost);
  }
  return costs;
}

it(`costs with ${many} calls about what it costs with ${few}`, async () => {
  await fillCalls(deep.db, { from: 0, to: few, newest });
  const withFew = await measureAll(few);
  await fillCalls(deep.db, { from: few, to: many, newest });
  const withMany = await measureAll(many);
  const { wholeScans, tooSlow } = findGrowth({ few, many, withFew, withMany }, mostTimes);
  await measureReports();
  expect(wholeScans).toEqual([]);
  expect(tooSlow).toEqual([]);
});
