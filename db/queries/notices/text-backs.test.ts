import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { constraintOf } from "@/db/errors";
import { getFirmSettings } from "@/db/queries/firm/get-firm-settings";
import { getTextBack, saveTextBack } from "@/db/queries/firm/text-back";
import { staleVersion } from "@/db/queries/writes/raise-version";
import {
  blockedCallers,
  callEvents,
  calls,
  firmSettings,
  phoneNumbers,
  textBacks,
  voicemails,
} from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { anyNumber, makeAction, makeLine, makePerson } from "@/e2e/office/make-line";
import { sid } from "@/e2e/twilio/twilio";
import { claimTextBack, findTextBack, listMissedCallers, recordTextBack } from "./text-backs";

let test: TestDatabase;
let work: string;
beforeAll(async () => {
  test = await openTestDatabase();
  const line = await makeLine(test.db);
  work = line.number;
  await test.db.update(phoneNumbers).set({ canSms: true }).where(eq(phoneNumbers.id, line.phoneNumberId));
});
afterAll(() => test.close());
const setTextBack = (textBack: string | null) => test.db.update(firmSettings).set({ textBack });
beforeEach(async () => {
  await setTextBack("Sorry!");
  await test.db.delete(textBacks);
});

const ended = {
  from: Temporal.Instant.from("2026-11-24T05:00:00Z"),
  to: Temporal.Instant.from("2026-11-24T05:02:00Z"),
};
/** The caller of one call, if they are to be texted back. */
const findMissedCaller = async (db: TestDatabase["db"], callSid: string) =>
  (await listMissedCallers(db, ended, 1000)).find((one) => one.callSid === callSid) ?? null;

type Given = Partial<typeof calls.$inferInsert>;

/** A call that has ended, and nobody took it. */
async function missedCall(given: Given = {}): Promise<{ callSid: string; from: string }> {
  const callSid = sid("CA");
  const from = given.fromNumber ?? anyNumber();
  await test.db.insert(calls).values({
    sid: callSid,
    fromNumber: from,
    toNumber: work,
    // Still the evening before in New York, whose clocks are the firm's.
    receivedAt: new Date("2026-11-24T04:59:00Z"),
    endedAt: new Date("2026-11-24T05:01:00Z"),
    reasonCode: "closed",
    reason: "Closed",
    ...given,
  });
  return { callSid, from };
}

const event = (callSid: string, detail: Record<string, boolean>) =>
  test.db
    .insert(callEvents)
    .values({ callSid, stepKey: "x", kind: "after-dial", at: new Date(), words: "x", detail });

describe("listMissedCallers", () => {
  it("finds who called, what to send and the firm's date of the call", async () => {
    const { callSid, from } = await missedCall();
    await event(callSid, { isTaken: false });
    expect(await findMissedCaller(test.db, callSid)).toEqual({
      callSid,
      number: from,
      from: work,
      text: "Sorry!",
      day: "2026-11-23",
      spokenNameUrl: null,
      refusedAt: expect.any(Temporal.Instant),
    });
    const unrung = await missedCall();
    expect(await findMissedCaller(test.db, unrung.callSid)).toMatchObject({ refusedAt: null });
  });

  it("finds nobody whose call ended at another time, or who has been texted on that day", async () => {
    const early = await missedCall({ endedAt: new Date("2026-11-24T04:59:59Z") });
    const late = await missedCall({ endedAt: new Date("2026-11-24T05:02:01Z") });
    const texted = await missedCall();
    await claimTextBack(test.db, { number: texted.from, day: "2026-11-23", callSid: texted.callSid });
    for (const { callSid } of [early, late, texted]) {
      expect(await findMissedCaller(test.db, callSid)).toBeNull();
    }
  });

  it("finds a known caller whose call went straight to an action of their own", async () => {
    const { callSid, from } = await missedCall({ reasonCode: "knownCaller" });
    expect(await findMissedCaller(test.db, callSid)).toMatchObject({ number: from });
  });

  it.each<[string, Given]>([
    ["a call that goes on", { endedAt: null }],
    ["one that somebody answered", { answeredAt: new Date() }],
    ["one that was turned away", { reasonCode: "callerBlocked" }],
    ["one that only known callers get through", { reasonCode: "callerNotKnown" }],
    ["one of which the log knows too little", { reasonCode: "recordLost" }],
    ["one that the fallback number may have taken", { degradedTo: "fallbackNumber" }],
    ["a withheld number", { fromNumber: "anonymous" }],
    ["an address", { fromNumber: "sip:sam@example.com" }],
    ["a number that is none of ours", { toNumber: anyNumber() }],
  ])("finds nobody for %s", async (_, given) => {
    const { callSid } = await missedCall(given);
    expect(await findMissedCaller(test.db, callSid)).toBeNull();
  });

  it("finds nobody once somebody took it, a message was left, or the caller is blocked", async () => {
    const taken = await missedCall();
    await event(taken.callSid, { isTaken: true });
    const spoken = await missedCall();
    await test.db.insert(voicemails).values({
      callSid: spoken.callSid,
      recordingSid: sid("RE"),
      recordingUrl: "https://api.twilio.com/x",
      durationSeconds: 3,
      leftAt: new Date(),
    });
    const blocked = await missedCall();
    await test.db.insert(blockedCallers).values({ number: blocked.from });
    for (const { callSid } of [taken, spoken, blocked]) {
      expect(await findMissedCaller(test.db, callSid)).toBeNull();
    }
  });

  it("finds nobody for a number of ours, or a phone that we ring", async () => {
    const ana = await makePerson(test.db, "Ana");
    const bare = anyNumber();
    await makeAction(test.db, "ring-one", { people: { people: [{ number: bare }] } });
    for (const fromNumber of [work, ana.numbers[0] ?? "", bare]) {
      const { callSid } = await missedCall({ fromNumber });
      expect(await findMissedCaller(test.db, callSid), fromNumber).toBeNull();
    }
  });

  it("finds nobody on a line that cannot text, or while the firm has no text", async () => {
    const mute = await makeLine(test.db);
    const { callSid } = await missedCall({ toNumber: mute.number });
    expect(await findMissedCaller(test.db, callSid)).toBeNull();
    const other = await missedCall();
    await setTextBack(null);
    expect(await findMissedCaller(test.db, other.callSid)).toBeNull();
  });
});

describe("claimTextBack", () => {
  it("gives one caller's day to one alone, however many ask at once", async () => {
    const { callSid, from: number } = await missedCall();
    const again = await missedCall({ fromNumber: number });
    const day = "2026-11-23";
    const claims = await Promise.all(
      [callSid, again.callSid, callSid, again.callSid].map((one) =>
        claimTextBack(test.db, { number, day, callSid: one }),
      ),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await claimTextBack(test.db, { number, day: "2026-11-24", callSid })).toBe(true);
  });

  it("keeps what became of it", async () => {
    const { callSid, from: number } = await missedCall();
    const day = "2026-11-23";
    expect(await findTextBack(test.db, callSid)).toBeNull();
    await claimTextBack(test.db, { number, day, callSid });
    expect(await findTextBack(test.db, callSid)).toMatchObject({ sentAt: null, failure: null });
    const at = Temporal.Instant.from("2026-11-24T05:02:00Z");
    await recordTextBack(test.db, { number, day }, { at, failure: "No." });
    expect(await findTextBack(test.db, callSid)).toMatchObject({ sentAt: null, failure: "No." });
    await recordTextBack(test.db, { number, day }, { at, failure: null });
    expect(await findTextBack(test.db, callSid)).toMatchObject({
      sentAt: at,
      failure: null,
      delivery: null,
      deliveryErrorCode: null,
    });
  });
});

it("saveTextBack saves over the version that was seen alone", async () => {
  const { version } = await getFirmSettings(test.db);
  const save = async (given: Parameters<typeof saveTextBack>[1]) => {
    const [first, ...rest] = saveTextBack(test.db, given);
    if (!first) throw new Error("There is nothing to carry out.");
    return test.db.batch([first, ...rest]).then(() => null, constraintOf);
  };
  expect(await save({ version, textBack: "Call again." })).toBeNull();
  expect(await save({ version, textBack: "Never." })).toBe(staleVersion);
  expect(await getTextBack(test.db)).toBe("Call again.");
  expect(await save({ version: version + 1, textBack: "x".repeat(321) })).toBe(
    "firm_settings_text_back_length",
  );
});
