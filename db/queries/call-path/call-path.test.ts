import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  blockedCallers,
  callEvents,
  calls,
  firmSettings,
  knownCallers,
  people,
  personPhones,
  voicemails,
} from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { deactivate, makeAction, makeLine, makePerson, makeSaying } from "@/e2e/office/make-line";
import { sid } from "@/e2e/twilio/twilio";
import type { Wanted } from "@/lib/call/setup";
import { findLineSetup } from "./find-line-setup";
import { findStepSetup } from "./find-step-setup";
import { type CallRecord, recordCall } from "./record-call";
import { recordStatus } from "./record-status";

let test: TestDatabase;

beforeAll(async () => {
  test = await openTestDatabase();
  await test.db.update(firmSettings).set({ name: "Alder & Finch", fallbackNumber: "+12125550190" });
});

afterAll(() => test.close());

const at = Temporal.Instant.from("2026-11-23T15:00:00Z");
const caller = "+14155550123";

describe("findLineSetup", () => {
  it("returns everything that a call needs, in the domain's own terms", async () => {
    const ana = await makePerson(test.db, "Ana", {
      numbers: ["+12125550142", "+12125550141"],
      awayUntil: new Date("2026-11-24T08:00:00Z"),
    });
    const next = await makeSaying(test.db, "Nobody is there.");
    const ring = await makeAction(test.db, "ring-all", {
      people: { people: [{ number: "+12125550177" }, { personId: ana.id, ringSeconds: 25 }] },
      ringSeconds: { value: 15 },
      unanswered: { actionId: next.id },
    });
    const line = await makeLine(test.db, {
      openActionId: ring.id,
      schedule: {
        timeZone: "Europe/Zurich",
        windows: [{ weekday: 5, opensAt: "22:00", closesAt: "24:00" }],
        exceptions: [
          { startsOn: "2026-12-24", endsOn: "2027-01-02", label: "Holidays" },
          {
            startsOn: "2026-12-06",
            endsOn: "2026-12-06",
            label: "Open Sunday",
            windows: [{ opensAt: "10:00", closesAt: "16:00" }],
          },
          { startsOn: "2026-11-20", endsOn: "2026-11-20", label: "Over" },
        ],
        override: {
          isOpen: false,
          until: new Date("2030-01-01T12:00:00.250Z"),
          reason: "Burst pipe",
          setByName: "Dana",
        },
      },
    });
    const { setup, standing } = await findLineSetup(test.db, { called: line.number, caller, at });
    expect(standing).toEqual({ isBlocked: false, known: null });
    expect(setup.firm).toEqual({
      name: "Alder & Finch",
      fallbackNumber: "+12125550190",
      voice: { name: "Polly.Joanna-Neural", language: "en-US" },
    });
    expect(setup.line).toEqual({ number: line.number, name: line.name });
    expect(setup.configuration).toMatchObject({ id: line.configurationId, version: 1 });
    const { schedule, openAction, closedAction } = setup.configuration ?? {};
    expect(schedule).toMatchObject({
      timeZone: "Europe/Zurich",
      windows: [{ weekday: 5, opensAt: "22:00", closesAt: "24:00" }],
    });
    expect(schedule?.override).toMatchObject({ isOpen: false, reason: "Burst pipe", setBy: "Dana" });
    expect(schedule?.override?.until?.toString()).toBe("2030-01-01T12:00:00.25Z");
    expect([...(schedule?.exceptions ?? [])].sort((a, b) => a.startsOn.localeCompare(b.startsOn))).toEqual([
      {
        startsOn: "2026-12-06",
        endsOn: "2026-12-06",
        label: "Open Sunday",
        windows: [{ opensAt: "10:00", closesAt: "16:00" }],
      },
      { startsOn: "2026-12-24", endsOn: "2027-01-02", label: "Holidays", windows: [] },
    ]);
    expect(closedAction?.parameters.find(({ key }) => key === "text")?.value).toBe("We are closed.");
    expect(openAction?.people).toMatchObject([
      { key: "people", name: null, numbers: ["+12125550177"], ringSeconds: null, awayUntil: null },
      { key: "people", name: "Ana", numbers: ["+12125550142", "+12125550141"], ringSeconds: 25 },
    ]);
    expect(openAction?.people[1]?.awayUntil?.toString()).toBe("2026-11-24T08:00:00Z");
    expect(openAction?.targets).toEqual([
      { key: "unanswered", menuKey: null, label: null, actionId: next.id, actionName: next.name },
    ]);
    expect(openAction?.parameters.find(({ key }) => key === "ringSeconds")).toMatchObject({
      type: "number",
      value: 15,
    });
  });

  it("has no line for a number that is none of ours, and no configuration for one that has none active", async () => {
    expect((await findLineSetup(test.db, { called: "+19999999999", caller, at })).setup).toMatchObject({
      line: null,
      configuration: null,
    });
    const line = await makeLine(test.db);
    await deactivate(test.db, line.configurationId);
    const { setup } = await findLineSetup(test.db, { called: line.number, caller, at });
    expect(setup.line?.number).toBe(line.number);
    expect(setup.configuration).toBeNull();
  });

  it("knows who is blocked", async () => {
    await test.db.insert(blockedCallers).values({ number: "+15550009999" });
    const standingOf = async (from: string) =>
      (await findLineSetup(test.db, { called: "+1", caller: from, at })).standing;
    expect(await standingOf("+15550009999")).toMatchObject({ isBlocked: true });
    expect(await standingOf("anonymous")).toMatchObject({ isBlocked: false });
  });

  it("knows callers by name, and where theirs go straight to, with all that it takes to go there", async () => {
    const dana = await makePerson(test.db, "Dana", { numbers: ["+12125550155"] });
    const vip = await makeAction(test.db, "ring-one", { people: { people: [{ personId: dana.id }] } });
    await test.db.insert(knownCallers).values([
      { number: "+15550001111", name: "Ana Ruiz", actionId: vip.id },
      { number: "+15550002222", name: "Ben Odell" },
    ]);
    const line = await makeLine(test.db, { takesKnownCallersOnly: true });
    const find = (from: string) => findLineSetup(test.db, { called: line.number, caller: from, at });
    expect(await find("+15550001111")).toMatchObject({
      standing: {
        isBlocked: false,
        known: { name: "Ana Ruiz", action: { id: vip.id, people: [{ numbers: ["+12125550155"] }] } },
      },
      setup: { configuration: { takesKnownCallersOnly: true } },
    });
    expect((await find("+15550002222")).standing?.known).toEqual({ name: "Ben Odell", action: null });
    expect((await find("+15550003333")).standing?.known).toBeNull();
  });

  it("finds a known caller by an index, however many there are", async () => {
    await test.db.execute(
      sql`insert into known_callers (number, name) select '+1666' || (2000000 + i), 'Caller ' || i from generate_series(1, 3000) as i`,
    );
    const { rows } = await test.db.execute(
      sql`explain select name from known_callers where number = '+16662000042'`,
    );
    expect(JSON.stringify(rows)).toContain("known_callers_number_unique");
  });

  it("works where the open and the closed action are the same", async () => {
    const same = await makeSaying(test.db, "Always the same.");
    const line = await makeLine(test.db, { openActionId: same.id, closedActionId: same.id });
    const { setup } = await findLineSetup(test.db, { called: line.number, caller, at });
    expect(setup.configuration?.openAction).toEqual(setup.configuration?.closedAction);
  });
});

const record = (callSid: string, changed: Partial<CallRecord> = {}): CallRecord => ({
  callSid,
  from: caller,
  fromName: null,
  to: "+12125550100",
  at,
  configurationId: null,
  configurationVersion: null,
  reason: { code: "open", words: "Open until 17:00" },
  degradedTo: null,
  event: {
    stepKey: "entry",
    kind: "answer",
    actionId: null,
    actionName: null,
    words: "Answered",
    detail: {},
  },
  ...changed,
});

const later = (callSid: string, changed: Partial<CallRecord> = {}) =>
  record(callSid, {
    at: at.add({ seconds: 20 }),
    reason: { code: "open", words: "Open" },
    event: { stepKey: "go:1", kind: "go", actionId: null, actionName: null, words: "Went on", detail: {} },
    ...changed,
  });

const callOf = async (callSid: string) =>
  (await test.db.select().from(calls).where(eq(calls.sid, callSid)))[0];
const eventsOf = (callSid: string) => test.db.$count(callEvents, eq(callEvents.callSid, callSid));

describe("recordCall", () => {
  it("writes a call and its first step, and either once", async () => {
    const callSid = sid("CA");
    await Promise.all([1, 2, 3].map(() => recordCall(test.db, record(callSid))));
    expect(await callOf(callSid)).toMatchObject({
      fromNumber: caller,
      reason: "Open until 17:00",
      receivedAt: new Date("2026-11-23T15:00:00Z"),
    });
    expect(await eventsOf(callSid)).toBe(1);
  });

  it("keeps the first of two entries that decided differently", async () => {
    const callSid = sid("CA");
    await recordCall(test.db, record(callSid));
    await recordCall(test.db, record(callSid, { reason: { code: "closed", words: "Closed" } }));
    expect(await callOf(callSid)).toMatchObject({ reasonCode: "open" });
  });

  it("lets the entry speak for the call, though a later step was written first", async () => {
    const callSid = sid("CA");
    await recordCall(test.db, later(callSid));
    expect(await callOf(callSid)).toMatchObject({ reason: "Open" });
    await recordCall(test.db, record(callSid));
    await recordCall(test.db, later(callSid));
    expect(await callOf(callSid)).toMatchObject({
      reason: "Open until 17:00",
      receivedAt: new Date("2026-11-23T15:00:00Z"),
    });
    expect(await eventsOf(callSid)).toBe(2);
  });

  it("learns the caller from the caller's own leg, though another leg told first", async () => {
    const callSid = sid("CA");
    await recordCall(test.db, later(callSid, { from: "unknown" }));
    await recordCall(
      test.db,
      later(callSid, { event: { ...later(callSid).event, stepKey: "after-dial:1" } }),
    );
    expect(await callOf(callSid)).toMatchObject({ fromNumber: caller });
  });

  it("does not refuse what speaks of something deleted since", async () => {
    const callSid = sid("CA");
    const gone = randomUUID();
    await recordCall(
      test.db,
      record(callSid, {
        configurationId: gone,
        event: { ...record(callSid).event, actionId: gone, actionName: "Gone" },
      }),
    );
    expect(await callOf(callSid)).toMatchObject({
      configurationId: null,
      actionId: null,
      actionName: "Gone",
    });
  });

  it("keeps a message once, however often Twilio tells of it", async () => {
    const callSid = sid("CA");
    const voicemail = {
      recordingSid: sid("RE"),
      recordingUrl: "https://api.twilio.com/x",
      durationSeconds: 17,
    };
    await recordCall(test.db, later(callSid, { voicemail }));
    await recordCall(test.db, later(callSid, { voicemail }));
    expect(await test.db.$count(voicemails, eq(voicemails.callSid, callSid))).toBe(1);
  });
});

describe("the name that a caller says", () => {
  const url = "https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/RE1";
  const said = (callSid: string, spokenNameUrl = url) =>
    later(callSid, { event: { ...later(callSid).event, stepKey: "after-name:1" }, spokenNameUrl });

  it("is kept of a call that is in the log, the first one however often Twilio tells", async () => {
    const callSid = sid("CA");
    await recordCall(test.db, record(callSid));
    await recordCall(test.db, said(callSid));
    await recordCall(test.db, said(callSid, `${url}-again`));
    expect(await callOf(callSid)).toMatchObject({ spokenNameUrl: url, reason: "Open until 17:00" });
    expect(await eventsOf(callSid)).toBe(2);
  });

  it("is kept of a call whose entry is written later, or of which another leg alone has told", async () => {
    const early = sid("CA");
    await recordCall(test.db, said(early));
    await recordCall(test.db, record(early));
    expect(await callOf(early)).toMatchObject({ spokenNameUrl: url, reason: "Open until 17:00" });
    const unknown = sid("CA");
    await recordCall(test.db, later(unknown, { from: "unknown" }));
    await recordCall(test.db, said(unknown));
    expect(await callOf(unknown)).toMatchObject({ spokenNameUrl: url, fromNumber: caller });
  });
});

describe("recordStatus", () => {
  const status = (callSid: string) => ({
    callSid,
    from: caller,
    to: "+12125550100",
    status: "completed",
    durationSeconds: 60,
    at,
  });

  it("adds the end to a call, and changes nothing else", async () => {
    const callSid = sid("CA");
    await recordCall(test.db, record(callSid));
    await recordStatus(test.db, status(callSid));
    expect(await callOf(callSid)).toMatchObject({
      reason: "Open until 17:00",
      status: "completed",
      durationSeconds: 60,
    });
  });

  it("makes a row for a call of which nothing else was kept, which a late entry completes", async () => {
    const callSid = sid("CA");
    await recordStatus(test.db, status(callSid));
    expect(await callOf(callSid)).toMatchObject({
      reasonCode: "recordLost",
      receivedAt: new Date("2026-11-23T14:59:00Z"),
    });
    await recordCall(test.db, record(callSid));
    expect(await callOf(callSid)).toMatchObject({
      reasonCode: "open",
      status: "completed",
      durationSeconds: 60,
    });
  });
});

describe("findStepSetup", () => {
  it("returns one action, the line, and what is known of the call", async () => {
    const said = await makeSaying(test.db, "The next step.");
    const line = await makeLine(test.db);
    const callSid = sid("CA");
    await recordCall(test.db, record(callSid));
    const refused = (number: string, isTaken: boolean, stepKey: string) =>
      recordCall(
        test.db,
        later(callSid, {
          event: {
            stepKey,
            kind: "screened",
            actionId: null,
            actionName: null,
            words: "",
            detail: { number, isTaken },
          },
        }),
      );
    const asked = {
      stepKey: "screen:0",
      kind: "screen",
      actionId: null,
      actionName: null,
      words: "",
      detail: { number: "+12125550143", legSid: "CA1" },
    };
    await recordCall(test.db, later(callSid, { event: asked }));
    await refused("+12125550142", false, "screened:0");
    await refused("+12125550143", true, "screened:1");
    const { setup, soFar } = await findStepSetup(test.db, {
      configurationId: line.configurationId,
      actionId: said.id,
      callSid,
      at,
    });
    expect(setup).toMatchObject({ line: { number: line.number }, action: { id: said.id, name: said.name } });
    expect(soFar).toEqual({
      from: caller,
      fromName: null,
      refusedBy: ["+12125550142"],
      asked: ["screen:0"],
      legs: [["CA1", "+12125550143"]],
      spokenNameUrl: null,
    });
  });

  it("knows the hours of those who keep their own", async () => {
    const own = await makeLine(test.db, {
      schedule: {
        timeZone: "Asia/Tokyo",
        windows: [{ weekday: 2, opensAt: "09:00", closesAt: "12:00" }],
        exceptions: [
          { startsOn: "2026-11-24", endsOn: "2026-11-24", label: "Inventory" },
          { startsOn: "2026-11-20", endsOn: "2026-11-20", label: "Over" },
        ],
      },
    });
    const ana = await makePerson(test.db, "Ana");
    const ben = await makePerson(test.db, "Ben");
    await test.db.update(people).set({ dutyScheduleId: own.scheduleId }).where(eq(people.id, ana.id));
    const ring = await makeAction(test.db, "ring-all", {
      people: { people: [{ personId: ana.id }, { personId: ben.id }, { number: "+12125550177" }] },
    });
    const { setup } = await findStepSetup(test.db, {
      configurationId: randomUUID(),
      actionId: ring.id,
      callSid: sid("CA"),
      at,
    });
    expect(setup.action?.people).toMatchObject([
      {
        personId: ana.id,
        duty: {
          timeZone: "Asia/Tokyo",
          windows: [{ weekday: 2, opensAt: "09:00", closesAt: "12:00" }],
          exceptions: [{ label: "Inventory" }],
          override: null,
        },
      },
      { personId: ben.id, duty: null },
      { personId: null, duty: null },
    ]);
  });

  it("has no action where none is named or it is gone, and nothing of a call that is not in the log", async () => {
    const configurationId = randomUUID();
    for (const actionId of [null, randomUUID()]) {
      const found = await findStepSetup(test.db, { configurationId, actionId, callSid: sid("CA"), at });
      expect(found).toMatchObject({ setup: { line: null, action: null }, soFar: null });
    }
  });

  it("finds whom it is asked for, and nobody else: by extension, by id, and everybody's name", async () => {
    const ana = await makePerson(test.db, "Ana Reached", { extension: "4711", numbers: ["+12125550161"] });
    const silent = await makePerson(test.db, "Ben Silent", { numbers: ["+12125550162"] });
    await test.db.update(personPhones).set({ isRung: false }).where(eq(personPhones.personId, silent.id));
    const find = async (wanted: Partial<Wanted>) =>
      (
        await findStepSetup(test.db, {
          configurationId: randomUUID(),
          actionId: null,
          callSid: sid("CA"),
          wanted: { personIds: [], extension: null, isDirectoryWanted: false, ...wanted },
          at,
        })
      ).reached;
    const anaFound = {
      id: ana.id,
      name: "Ana Reached",
      personId: ana.id,
      awayUntil: null,
      duty: null,
      numbers: ["+12125550161"],
      ringSeconds: null,
      lastTookAt: null,
    };
    expect(await find({ extension: "4711" })).toEqual({ people: [anaFound], directory: [] });
    expect(await find({ extension: "4712" })).toEqual({ people: [], directory: [] });
    expect((await find({ personIds: [ana.id, silent.id] }))?.people.map(({ name }) => name).sort()).toEqual([
      "Ana Reached",
      "Ben Silent",
    ]);
    const listed = (await find({ isDirectoryWanted: true }))?.directory ?? [];
    expect(listed).toContainEqual({ id: ana.id, name: "Ana Reached" });
    expect(listed.map(({ name }) => name)).not.toContain("Ben Silent");
    expect(await find({})).toEqual({ people: [], directory: [] });
  });
});
