import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callEvents, calls, phoneNumbers, staffUsers } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { anyNumber, makeLine, makePerson } from "@/e2e/office/make-line";
import { sid } from "@/e2e/twilio/twilio";
import {
  failPhoneRecording,
  findAwaitedRecording,
  findPhoneRecording,
  markPhoneRecorded,
  startPhoneRecording,
} from "../phone-recordings/phone-recordings";
import { findOutgoingCall } from "./find-outgoing-call";
import { findLastPhone, findNumberToShow, findOwnPhones } from "./find-way-to-call";
import { listOutgoingCalls } from "./list-outgoing-calls";
import { recordDialStatus, recordOwnStatus, recordRefusal, tellCallBack } from "./record-outgoing-call";
import { startOutgoingCall } from "./start-outgoing-call";

let test: TestDatabase;
const staffId = randomUUID();
const [from, to] = [anyNumber(), anyNumber()];
const at = Temporal.Instant.from("2026-11-23T15:00:00Z");
let phoneNumberId: string;
let workNumber: string;

beforeAll(async () => {
  test = await openTestDatabase();
  const olive = await makePerson(test.db, "Olive", { numbers: [from, anyNumber()] });
  await test.db
    .insert(staffUsers)
    .values({ id: staffId, name: "Olive", email: "o@example.com", role: "staff", personId: olive.id });
  ({ phoneNumberId, number: workNumber } = await makeLine(test.db));
});
afterAll(() => test.close());

async function start(callSid = sid("CA")) {
  const id = randomUUID();
  await test.db
    .insert(calls)
    .values({
      sid: callSid,
      fromNumber: to,
      fromName: "Sam",
      toNumber: workNumber,
      receivedAt: new Date(),
      reasonCode: "open",
      reason: "Open",
    })
    .onConflictDoNothing();
  const call = {
    id,
    madeById: staffId,
    madeByName: "Olive",
    fromPhone: from,
    toNumber: to,
    phoneNumberId,
    callSid,
    at,
  };
  const [first, ...rest] = startOutgoingCall(test.db, call);
  if (first) await test.db.batch([first, ...rest]);
  return { id, callSid };
}

describe("a call back", () => {
  it("is found with whom it calls, and as whom", async () => {
    const { id } = await start();
    expect(await findOutgoingCall(test.db, id)).toMatchObject({ to, toName: "Sam", callerId: workNumber });
    expect(await findOutgoingCall(test.db, randomUUID())).toBeNull();
    expect(await findLastPhone(test.db, staffId)).toBe(from);
  });

  it("keeps how it ended, whatever is reported after that", async () => {
    const { id, callSid } = await start();
    await recordOwnStatus(test.db, { id, status: "in-progress", at });
    await recordDialStatus(test.db, { id, status: "ringing" });
    await recordDialStatus(test.db, { id, status: "completed", durationSeconds: 80 });
    expect(await recordDialStatus(test.db, { id, status: "in-progress" })).toBeNull();
    await recordOwnStatus(test.db, { id, status: "completed", at });
    expect(await recordOwnStatus(test.db, { id, status: "ringing", at })).toBeNull();
    expect(await listOutgoingCalls(test.db, callSid)).toMatchObject([
      { id, status: "completed", dialStatus: "completed", durationSeconds: 80, failure: null },
    ]);
  });

  it("was placed after all where Twilio reports of one that was given up", async () => {
    const { id } = await start();
    await recordRefusal(test.db, { id, failure: "Twilio did not answer in time.", at });
    expect(await recordOwnStatus(test.db, { id, status: "ringing", at })).toMatchObject({ failure: null });
  });

  it("is one line of the story of the call that it returns", async () => {
    const { id, callSid } = await start();
    const other = await start(callSid);
    await tellCallBack(test.db, { id, callSid }, "Olive called back. They talked for 1:20.");
    const story = await test.db
      .select()
      .from(callEvents)
      .where(eq(callEvents.callSid, callSid))
      .orderBy(callEvents.id);
    expect(story.map(({ words }) => words)).toEqual([
      "Olive called back. They talked for 1:20.",
      "Olive called back",
    ]);
    expect(other.id).not.toBe(id);
  });
});

it("only a number that the account at Twilio has can be shown", async () => {
  expect(await findNumberToShow(test.db, workNumber)).toBeNull();
  await test.db
    .update(phoneNumbers)
    .set({ twilioSid: sid("PN") })
    .where(eq(phoneNumbers.id, phoneNumberId));
  expect(await findNumberToShow(test.db, workNumber)).toEqual({ id: phoneNumberId, number: workNumber });
  expect(await findNumberToShow(test.db)).toEqual({ id: phoneNumberId, number: workNumber });
  await test.db.update(phoneNumbers).set({ goneSince: new Date() }).where(eq(phoneNumbers.id, phoneNumberId));
  expect(await findNumberToShow(test.db)).toBeNull();
});

it("somebody's own phones are those of the person that they are", async () => {
  expect(await findOwnPhones(test.db, staffId)).toMatchObject([{ label: "Phone 1", number: from }, {}]);
  const nobody = randomUUID();
  await test.db.insert(staffUsers).values({ id: nobody, name: "Ben", email: "b@example.com", role: "staff" });
  expect(await findOwnPhones(test.db, nobody)).toBeNull();
});

describe("a greeting that is recorded by phone", () => {
  const begin = async () => {
    const id = randomUUID();
    await startPhoneRecording(test.db, { id, madeById: staffId, number: from });
    return id;
  };
  const stateOf = (id: string) => findPhoneRecording(test.db, { id, madeById: staffId });

  it("is shown to whoever asked for it alone", async () => {
    const id = await begin();
    expect(await stateOf(id)).toEqual({ status: "ringing", failure: null, sound: null });
    expect(await findPhoneRecording(test.db, { id, madeById: randomUUID() })).toBeNull();
    expect(await findAwaitedRecording(test.db, id)).toEqual({ madeById: staffId });
  });

  it("is not failed by the end of a call on which something was recorded, in whichever order they are told", async () => {
    const [id, other] = [await begin(), await begin()];
    const failure = "The call ended before anything was recorded.";
    await markPhoneRecorded(test.db, id);
    await failPhoneRecording(test.db, { id, failure, whileRinging: true });
    await failPhoneRecording(test.db, { id: other, failure, whileRinging: true });
    expect(await stateOf(other)).toMatchObject({ status: "failed", failure });
    await markPhoneRecorded(test.db, other);
    for (const each of [id, other])
      expect(await stateOf(each)).toMatchObject({ status: "recorded", failure: null });
  });
});
