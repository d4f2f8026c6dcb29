import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { recordCall } from "@/db/queries/call-path/record-call";
import { listUntoldMessages } from "@/db/queries/notices/list-people-to-tell";
import { callEvents, calls, phoneNumbers, voicemails } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { anyNumber, type MadeLine, makeAction, makeLine, makePerson } from "@/e2e/office/make-line";
import { makeVoicemail } from "@/e2e/office/make-voicemail";
import { type StandInTwilio, startTwilio } from "@/e2e/twilio/rest/start-twilio";
import { sid } from "@/e2e/twilio/twilio";
import { messageFound } from "@/lib/call/after-record";
import { reasonFromCode } from "@/lib/call/reason";
import { connectToTwilio } from "@/lib/twilio/rest/connection";
import { TwilioFault } from "@/lib/twilio/rest/twilio-fault";
import { keepLostMessages } from "./keep-lost-messages";
import { listLostRecordingsOf } from "./list-lost-recordings-of";

const account = { accountSid: sid("AC"), authToken: "a token of the tests" };
const at = Temporal.Instant.from("2026-11-23T12:00:00Z");
let test: TestDatabase;
let standIn: StandInTwilio;
/** Rings Ana; nobody there, takes a message and tells her. */
let line: MadeLine;
let message: { id: string };

beforeAll(async () => {
  test = await openTestDatabase();
  const ana = await makePerson(test.db, "Ana", { email: "ana@example.com" });
  message = await makeAction(test.db, "voicemail", { notify: { people: [{ personId: ana.id }] } });
  const ring = await makeAction(test.db, "ring-one", {
    people: { people: [{ personId: ana.id }] },
    unanswered: { actionId: message.id },
  });
  line = await makeLine(test.db, { openActionId: ring.id });
});
beforeEach(async () => {
  await standIn?.close();
  standIn = await startTwilio(account);
  await test.db.delete(calls);
});
afterAll(async () => {
  await standIn.close();
  await test.close();
});

const sweep = (more: Partial<Parameters<typeof keepLostMessages>[0]> = {}) =>
  keepLostMessages({
    db: test.db,
    twilio: connectToTwilio({
      TWILIO_ACCOUNT_SID: account.accountSid,
      TWILIO_AUTH_TOKEN: account.authToken,
      TWILIO_API_BASE_URL: standIn.origin,
    }),
    at,
    hours: 48,
    limit: 20,
    isTimeUp: () => false,
    ...more,
  });

const from = "+12125550142";
const minutesAgo = (minutes: number) => new Date(at.subtract({ minutes }).epochMilliseconds);

/** A call on which something was recorded, of which nothing has come here. */
function lostCall({
  to = line.number,
  toldTo,
  ...given
}: Parameters<StandInTwilio["addRecording"]>[0] & { to?: string; toldTo?: string } = {}) {
  const recording = standIn.addRecording({ seconds: 30, startedAt: minutesAgo(60), ...given });
  const url = `https://phones.example.com/api/voice/${toldTo}/1/2/open/-/-/-/0/1/0/1`;
  const parameters = { RecordingUrl: `https://api.twilio.com/Recordings/${recording.sid}` };
  const requests = toldTo === undefined ? [] : [{ url, parameters }];
  standIn.addIncomingCall({
    sid: recording.callSid,
    from,
    to,
    endedAt: minutesAgo(58),
    seconds: 90,
    requests,
  });
  return recording;
}

const kept = () => test.db.select().from(voicemails);
const logged = (callSid: string, given: Partial<typeof calls.$inferInsert> = {}) =>
  test.db.insert(calls).values({
    sid: callSid,
    fromNumber: from,
    toNumber: line.number,
    receivedAt: minutesAgo(61),
    reasonCode: "open",
    reason: "Open",
    ...given,
  });

describe("a message of which nothing was kept", () => {
  it("comes into the inbox with its call, and to whom its line tells", async () => {
    const { sid: recordingSid, callSid } = lostCall();
    expect(await sweep()).toBe(1);
    expect(await kept()).toMatchObject([
      {
        callSid,
        recordingSid,
        durationSeconds: 30,
        actionId: message.id,
        leftAt: new Date(minutesAgo(60).getTime() + 30_000),
        recordingUrl: expect.stringContaining(recordingSid),
      },
    ]);
    expect(await test.db.select().from(calls)).toMatchObject([
      {
        sid: callSid,
        fromNumber: from,
        toNumber: line.number,
        status: "completed",
        durationSeconds: 90,
        result: "voicemail",
      },
    ]);
    const recent = Temporal.Now.instant().subtract({ minutes: 1 });
    const [untold] = await listUntoldMessages(test.db, { recent, unchanged: recent });
    expect(untold?.people).toMatchObject([{ name: "Ana" }]);
  });

  it("is kept once, however often it is looked for, and at once", async () => {
    lostCall();
    await Promise.all([sweep(), sweep(), sweep()]);
    expect(await sweep()).toBe(0);
    expect(await kept()).toHaveLength(1);
    expect(await test.db.select().from(callEvents)).toHaveLength(1);
  });

  it("is told of to whom the action names where the call was last seen", async () => {
    const ben = await makePerson(test.db, "Ben");
    const other = await makeAction(test.db, "voicemail", { notify: { people: [{ personId: ben.id }] } });
    const { callSid } = lostCall();
    await logged(callSid);
    await test.db.insert(callEvents).values({
      callSid,
      stepKey: "go",
      kind: "go",
      at: new Date(),
      actionId: other.id,
      words: "x",
      detail: {},
    });
    await sweep();
    expect(await kept()).toMatchObject([{ actionId: other.id }]);
    // What the log knew of the call stays.
    expect(await test.db.select().from(calls)).toMatchObject([{ reasonCode: "open", reason: "Open" }]);
  });

  it("is found on every page of the list, and so many at a time", async () => {
    standIn.limitPages(2);
    for (let count = 0; count < 5; count += 1) lostCall();
    expect(await sweep({ limit: 3 })).toBe(3);
    expect(await sweep({ limit: 3 })).toBe(2);
    expect(await kept()).toHaveLength(5);
  });

  it("waits for Twilio, and for the next time", async () => {
    lostCall();
    standIn.fail(/^GET .*\/Calls\//, { kind: "status", status: 500 });
    await expect(sweep()).rejects.toThrow(TwilioFault);
    standIn.heal();
    expect(await sweep({ isTimeUp: () => true })).toBe(0);
    expect(await sweep()).toBe(1);
  });
});

describe("left alone is", () => {
  it.each<[string, () => unknown]>([
    ["a message that is being told of just now", () => lostCall({ startedAt: minutesAgo(9) })],
    ["one older than that", () => lostCall({ startedAt: minutesAgo(48 * 60 + 1) })],
    ["silence", () => lostCall({ status: "absent" })],
    ["what Twilio still works on", () => lostCall({ status: "processing" })],
    ["a call that was recorded", () => lostCall({ source: "DialVerb" })],
    ["a call to a number that is none of ours", () => lostCall({ to: anyNumber() })],
    ["a call that the account has no more", () => standIn.addRecording({ startedAt: minutesAgo(60) })],
  ])("%s", async (_, make) => {
    make();
    expect(await sweep()).toBe(0);
    expect(await kept()).toEqual([]);
  });

  it("what was spoken on a call of ours, as a greeting is", async () => {
    const answer = await fetch(`${standIn.origin}/2010-04-01/Accounts/${account.accountSid}/Calls.json`, {
      method: "POST",
      headers: {
        authorization: `Basic ${Buffer.from(`${account.accountSid}:${account.authToken}`).toString("base64")}`,
      },
      body: new URLSearchParams({
        To: line.number,
        From: standIn.addNumber().number,
        Url: "https://x.example/",
      }),
    });
    const { sid: callSid } = (await answer.json()) as { sid: string };
    standIn.addRecording({ callSid, startedAt: minutesAgo(60) });
    expect(await sweep()).toBe(0);
  });

  it("a number whose calls go to a preview", async () => {
    const tested = await makeLine(test.db, { openActionId: message.id });
    const preview = {
      isTestNumber: true,
      previewOrigin: "https://preview.example.com",
      previewSince: new Date(),
    };
    await test.db.update(phoneNumbers).set(preview).where(eq(phoneNumbers.id, tested.phoneNumberId));
    lostCall({ to: tested.number });
    expect(await sweep()).toBe(0);
  });

  it("a message that is there, and one that somebody has deleted here", async () => {
    const there = await makeVoicemail(test.db);
    standIn.addRecording({ sid: there.recordingSid, callSid: there.callSid, startedAt: minutesAgo(60) });
    const { sid: recordingSid, callSid } = lostCall();
    const voicemail = { recordingSid, recordingUrl: "https://api.twilio.com/x", durationSeconds: 30 };
    await recordCall(test.db, {
      callSid,
      from,
      fromName: null,
      to: line.number,
      at,
      configurationId: null,
      configurationVersion: null,
      reason: reasonFromCode("open"),
      degradedTo: null,
      event: messageFound(voicemail, null),
      voicemail,
    });
    await test.db.delete(voicemails).where(eq(voicemails.callSid, callSid));
    expect(await sweep()).toBe(0);
    expect(await kept()).toMatchObject([{ id: there.id }]);
  });

  it("a name that a caller said, known as one or not, while a longer message is taken", async () => {
    const ana = await makePerson(test.db, "Cleo");
    await makeAction(test.db, "ring-one", {
      people: { people: [{ personId: ana.id }] },
      askForName: { value: true },
    });
    const known = lostCall({ seconds: 30 });
    await logged(known.callSid, { spokenNameUrl: `https://api.twilio.com/${known.sid}` });
    const told = lostCall({ seconds: 3 });
    await logged(told.callSid);
    await test.db.insert(callEvents).values({
      callSid: told.callSid,
      stepKey: "x",
      kind: "after-name",
      at: new Date(),
      words: "x",
      detail: {},
    });
    lostCall({ seconds: 4 });
    const long = lostCall({ seconds: 6 });
    expect(await sweep()).toBe(2);
    expect((await kept()).map(({ recordingSid }) => recordingSid).toSorted()).toEqual(
      [told.sid, long.sid].toSorted(),
    );

    // What Twilio has told of it tells a short message from a name, which is kept with its call for as long as that.
    const short = lostCall({ seconds: 4, toldTo: "after-record" });
    const called = lostCall({ seconds: 2, toldTo: "recorded" });
    const name = lostCall({ seconds: 4, toldTo: "after-name" });
    expect(await sweep()).toBe(2);
    expect((await kept()).map(({ recordingSid }) => recordingSid).toSorted()).toEqual(
      [told.sid, long.sid, short.sid, called.sid].toSorted(),
    );
    const [named] = await test.db.select().from(calls).where(eq(calls.sid, name.callSid));
    expect(named).toMatchObject({ spokenNameUrl: expect.stringContaining(name.sid), result: "told" });
    expect(await sweep()).toBe(0);
  });

  it("whatever was said by somebody who has had all that is kept about them deleted", async () => {
    const { sid: recordingSid } = lostCall();
    const others = lostCall({ to: anyNumber() });
    const twilio = connectToTwilio({
      TWILIO_ACCOUNT_SID: account.accountSid,
      TWILIO_AUTH_TOKEN: account.authToken,
      TWILIO_API_BASE_URL: standIn.origin,
    });
    if (!twilio.isConnected) throw new Error("not connected");
    const lost = await listLostRecordingsOf(test.db, twilio.client, { number: from, at });
    // What was said to a number that is none of ours stays where it is.
    expect(lost).toEqual([recordingSid]);
    expect(lost).not.toContain(others.sid);
    expect(await listLostRecordingsOf(test.db, twilio.client, { number: anyNumber(), at })).toEqual([]);
    for (const sid of lost) standIn.removeRecording(sid);
    expect(await sweep()).toBe(0);
    expect(await test.db.select().from(calls)).toEqual([]);
  });
});
