import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findLastClearing } from "@/db/queries/retention/retention";
import {
  activity,
  callEvents,
  calls,
  firmSettings,
  outgoingCalls,
  phoneRecordings,
  signInAttempts,
  staffUsers,
  textBacks,
  voicemails,
} from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { type StandInTwilio, startTwilio } from "@/e2e/twilio/rest/start-twilio";
import { sid } from "@/e2e/twilio/twilio";
import { connectToTwilio } from "@/lib/twilio/rest/connection";
import { clearOld } from "./clear-old";
import { recordClearing } from "./record-clearing";

const account = { accountSid: sid("AC"), authToken: "a token of the tests" };
let test: TestDatabase;
let standIn: StandInTwilio;

beforeAll(async () => {
  test = await openTestDatabase();
  standIn = await startTwilio(account);
});
afterAll(async () => {
  await standIn.close();
  await test.close();
});
beforeEach(async () => {
  standIn.heal();
  standIn.takeRequests();
  await test.db.delete(calls);
  await test.db.delete(activity);
  await keep({ keepsCallsDays: 90, keepsVoicemailsDays: 30 });
});

const keep = (retention: { keepsCallsDays: number | null; keepsVoicemailsDays: number | null }) =>
  test.db.update(firmSettings).set(retention);

const at = Temporal.Instant.from("2026-11-23T02:30:00Z");
const daysAgo = (days: number) => new Date(at.subtract({ hours: days * 24 }).epochMilliseconds);

async function makeCall(days: number, more: Partial<typeof calls.$inferInsert> = {}): Promise<string> {
  const callSid = sid("CA");
  await test.db.insert(calls).values({
    sid: callSid,
    fromNumber: "+14155550123",
    toNumber: "+12125550100",
    receivedAt: daysAgo(days),
    reasonCode: "closed",
    reason: "Closed until Mon 09:00",
    ...more,
  });
  await test.db
    .insert(callEvents)
    .values({ callSid, stepKey: "entry", kind: "answer", at: daysAgo(days), words: "Answered" });
  return callSid;
}

async function makeMessage(days: number): Promise<{ callSid: string; recordingSid: string }> {
  const callSid = await makeCall(days);
  const recordingSid = sid("RE");
  await test.db.insert(voicemails).values({
    callSid,
    recordingSid,
    recordingUrl: "https://api.twilio.com/recording",
    durationSeconds: 7,
    leftAt: daysAgo(days),
  });
  return { callSid, recordingSid };
}

const clear = ({
  isConnected = true,
  vercelEnv = "production",
  isTimeUp = () => false,
}: {
  isConnected?: boolean;
  vercelEnv?: "production" | "preview";
  isTimeUp?: () => boolean;
} = {}) =>
  clearOld({
    db: test.db,
    twilio: connectToTwilio({
      ...(isConnected && { TWILIO_ACCOUNT_SID: account.accountSid, TWILIO_AUTH_TOKEN: account.authToken }),
      TWILIO_API_BASE_URL: standIn.origin,
      VERCEL_ENV: vercelEnv,
    }),
    at,
    isTimeUp,
  });

const deletedAtTwilio = () =>
  standIn
    .takeRequests(/^DELETE .*Recordings/)
    .map(({ path }) => /RE[0-9a-f]{32}/.exec(path)?.[0])
    .sort();
const sidsLeft = async () =>
  (await test.db.select({ sid: calls.sid }).from(calls)).map((call) => call.sid).sort();
const isMessageLeft = async (recordingSid: string) =>
  (await test.db.$count(voicemails, eq(voicemails.recordingSid, recordingSid))) === 1;

describe("clearOld", () => {
  it("deletes old voicemails at Twilio and here, and old calls with their steps, and nothing that is younger", async () => {
    const [old, oldest, young] = [await makeMessage(31), await makeMessage(100), await makeMessage(29)];
    const [oldCall, youngCall] = [await makeCall(91), await makeCall(89)];
    standIn.fail(/^DELETE/, { kind: "status", status: 204 });
    const cleared = await clear();
    expect(cleared).toMatchObject({ voicemails: 2, calls: 2, failed: 0, fault: null, isUnfinished: false });
    expect(deletedAtTwilio()).toEqual([old.recordingSid, oldest.recordingSid].sort());
    expect(await sidsLeft()).toEqual([old.callSid, young.callSid, youngCall].sort());
    expect(await isMessageLeft(young.recordingSid)).toBe(true);
    expect(await test.db.$count(callEvents, eq(callEvents.callSid, oldCall))).toBe(0);
    expect(await clear()).toMatchObject({ voicemails: 0, calls: 0, failed: 0 });
    expect(deletedAtTwilio()).toEqual([]);
  });

  it("deletes what Twilio has written down of a message before its recording, and neither without the other", async () => {
    const { recordingSid } = await makeMessage(31);
    const [first, second] = [sid("TR"), sid("TR")];
    standIn.addRecording({ sid: recordingSid, transcriptionSids: [first, second] });
    standIn.fail(new RegExp(`^DELETE .*${second}`), { kind: "status", status: 500 });
    expect(await clear()).toMatchObject({ voicemails: 0, failed: 1 });
    expect(standIn.hasRecording(recordingSid)).toBe(true);
    expect(await isMessageLeft(recordingSid)).toBe(true);
    standIn.heal();
    standIn.takeRequests();
    expect(await clear()).toMatchObject({ voicemails: 1, failed: 0 });
    // The first is gone already; the recording goes last.
    expect(standIn.takeRequests(/^DELETE/).map(({ path }) => path.split("/").at(-1))).toEqual([
      `${second}.json`,
      `${recordingSid}.json`,
    ]);
    expect(standIn.hasRecording(recordingSid)).toBe(false);
  });

  it("counts a recording that Twilio no longer has as deleted", async () => {
    const { recordingSid } = await makeMessage(31);
    expect(await clear()).toMatchObject({ voicemails: 1, failed: 0 });
    expect(await isMessageLeft(recordingSid)).toBe(false);
  });

  it("keeps what Twilio would not delete for the next night, with its call, and goes on with the others", async () => {
    const [stuck, other] = [await makeMessage(100), await makeMessage(40)];
    standIn.fail(new RegExp(`^DELETE .*${stuck.recordingSid}`), { kind: "status", status: 400, code: 20001 });
    const cleared = await clear();
    expect(cleared).toMatchObject({ voicemails: 1, failed: 1, calls: 0, isUnfinished: false });
    expect(cleared.fault).toMatchObject({ kind: "refused", code: 20001 });
    expect(await isMessageLeft(stuck.recordingSid)).toBe(true);
    expect(await isMessageLeft(other.recordingSid)).toBe(false);
    standIn.heal();
    expect(await clear()).toMatchObject({ voicemails: 1, calls: 1, failed: 0 });
    expect(await sidsLeft()).toEqual([other.callSid]);
  });

  it("stops asking a Twilio that is away", async () => {
    for (let count = 0; count < 6; count += 1) await makeMessage(40);
    standIn.fail(/^DELETE/, { kind: "status", status: 503 });
    expect(await clear()).toMatchObject({ voicemails: 0, failed: 3, isUnfinished: true });
    expect(deletedAtTwilio()).toHaveLength(3);
    expect(await test.db.$count(voicemails)).toBe(6);
  });

  it("deletes a caller's spoken name before the call, and keeps a call whose name it could not", async () => {
    const spoken = sid("RE");
    const spokenNameUrl = `https://api.twilio.com/2010-04-01/Accounts/AC/Recordings/${spoken}`;
    const callSid = await makeCall(100, { spokenNameUrl });
    standIn.fail(/^DELETE/, { kind: "status", status: 500 }, 1);
    expect(await clear()).toMatchObject({ spokenNames: 0, calls: 0, failed: 1 });
    expect(await sidsLeft()).toEqual([callSid]);
    standIn.takeRequests();
    expect(await clear()).toMatchObject({ spokenNames: 1, calls: 1, failed: 0 });
    expect(deletedAtTwilio()).toEqual([spoken]);
    expect(await sidsLeft()).toEqual([]);
  });

  it("keeps a call as long as its voicemail, where voicemails are kept for good", async () => {
    await keep({ keepsCallsDays: 90, keepsVoicemailsDays: null });
    const { callSid } = await makeMessage(200);
    for (let count = 0; count < 3; count += 1) await makeCall(150);
    expect(await clear()).toMatchObject({ voicemails: 0, calls: 3 });
    expect(await sidsLeft()).toEqual([callSid]);
    expect(deletedAtTwilio()).toEqual([]);
  });

  it("deletes in parts, and leaves what there is no time for", async () => {
    await test.db.insert(calls).values(
      Array.from({ length: 1203 }, () => ({
        sid: sid("CA"),
        fromNumber: "+14155550123",
        toNumber: "+12125550100",
        receivedAt: daysAgo(100),
        reasonCode: "open" as const,
        reason: "Open",
      })),
    );
    let parts = 0;
    expect(await clear({ isTimeUp: () => ++parts > 2 })).toMatchObject({ calls: 1000, isUnfinished: true });
    expect(await clear()).toMatchObject({ calls: 203, isUnfinished: false });
  });

  it("touches nothing at Twilio from a preview, nor without an account", async () => {
    const { recordingSid } = await makeMessage(40);
    expect(await clear({ vercelEnv: "preview" })).toMatchObject({ voicemails: 0, failed: 1 });
    expect(await clear({ isConnected: false })).toMatchObject({ voicemails: 0, failed: 1 });
    expect(deletedAtTwilio()).toEqual([]);
    expect(await isMessageLeft(recordingSid)).toBe(true);
  });

  it("forgets what else speaks of old callers, and attempts to sign in that are long over", async () => {
    const old = daysAgo(100);
    await test.db.insert(textBacks).values({ number: "+14155550123", day: "2026-08-01", createdAt: old });
    await test.db
      .insert(outgoingCalls)
      .values({ madeByName: "Ana", fromPhone: "+14155550124", toNumber: "+14155550123", createdAt: old });
    await test.db
      .insert(signInAttempts)
      .values({ email: "a@example.com", address: "198.18.0.1", hasSucceeded: false, at: old });
    await clear();
    for (const table of [textBacks, outgoingCalls, signInAttempts])
      expect(await test.db.$count(table)).toBe(0);
  });
});

describe("a greeting that was recorded by phone", () => {
  const makeRecording = async (ageDays: number): Promise<{ id: string; recordingSid: string }> => {
    const id = randomUUID();
    const { sid: recordingSid } = standIn.addRecording();
    const [owner] = await test.db
      .insert(staffUsers)
      .values({ name: "Olive", email: `${id}@example.com`, role: "owner" })
      .returning({ id: staffUsers.id });
    await test.db.insert(phoneRecordings).values({
      id,
      madeById: owner?.id ?? "",
      number: "+12125550142",
      status: "recorded",
      recordingSid,
      createdAt: daysAgo(ageDays),
    });
    return { id, recordingSid };
  };
  const rowsLeft = (recording: { id: string }) =>
    test.db.$count(phoneRecordings, eq(phoneRecordings.id, recording.id));

  it("is deleted at Twilio in the night, if that failed by day, however long the firm keeps things", async () => {
    await keep({ keepsCallsDays: null, keepsVoicemailsDays: null });
    const [old, fresh] = [await makeRecording(1), await makeRecording(0)];
    standIn.fail(/^DELETE/, { kind: "status", status: 500 });
    expect(await clear()).toMatchObject({ greetingCopies: 0, failed: 1 });
    standIn.heal();
    standIn.takeRequests();
    expect(await clear()).toMatchObject({ greetingCopies: 1, failed: 0 });
    expect(deletedAtTwilio()).toEqual([old.recordingSid]);
    expect(await clear()).toMatchObject({ greetingCopies: 0, failed: 0 });
    expect(await rowsLeft(fresh)).toBe(1);
    await test.db.delete(phoneRecordings);
  });

  it("is known of as long as Twilio has it", async () => {
    const recording = await makeRecording(40);
    standIn.fail(/^DELETE/, { kind: "status", status: 500 });
    await clear();
    expect(await rowsLeft(recording)).toBe(1);
    standIn.heal();
    await clear();
    expect(await rowsLeft(recording)).toBe(0);
  });
});

describe("recordClearing", () => {
  it("puts on record what was deleted and what failed, by the app itself", async () => {
    await makeMessage(40);
    standIn.fail(/^DELETE/, { kind: "status", status: 500 });
    await recordClearing(test.db, await clear());
    expect((await findLastClearing(test.db))?.inWords).toMatchObject({
      "Voicemails deleted": "0",
      "Calls deleted": "0",
      "Recordings not deleted": expect.stringMatching(/^1\. .*next night/),
    });
    expect((await test.db.select().from(activity))[0]).toMatchObject({
      byName: "Switchboard",
      verb: "clearOldCalls",
    });
  });

  it("says nothing where everything is kept for good", async () => {
    await keep({ keepsCallsDays: null, keepsVoicemailsDays: null });
    await makeMessage(4000);
    const cleared = await clear();
    expect(cleared).toMatchObject({ calls: 0, voicemails: 0 });
    await recordClearing(test.db, cleared);
    expect(await findLastClearing(test.db)).toBeNull();
  });
});
