import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { constraintOf } from "@/db/errors";
import { phoneNumbers, type VoiceSettings } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { type StandInTwilio, startTwilio } from "@/e2e/twilio/rest/start-twilio";
import { sid } from "@/e2e/twilio/twilio";
import { connectToTwilio } from "./connection";
import { letNumberGo } from "./let-number-go";
import { numberState } from "./number-state";
import { pointAtPreview, takeBackFromPreview } from "./point-at-preview";
import { pointNumberHere } from "./point-number-here";
import { previewSettings } from "./preview-address";
import { synchroniseNumbers } from "./synchronise";
import { settingsToRestore, wantedSettings } from "./voice-settings";

const account = { accountSid: sid("AC"), authToken: sid("AC").slice(2) };
const origin = "https://phones.example.com";
const previewOrigin = "https://switchboard-git-branch.vercel.app";
const bypassSecret = "0123456789abcdef";
const ours = wantedSettings(origin);
const previewed = previewSettings(previewOrigin, bypassSecret);
const theirs = { ...settingsToRestore(null), voiceUrl: "https://old.example/answer" };
const at = Temporal.Instant.from("2026-11-23T17:00:00Z");

let database: TestDatabase;
let twilio: StandInTwilio;
vi.spyOn(console, "error").mockImplementation(() => {});
beforeAll(async () => {
  [database, twilio] = await Promise.all([openTestDatabase(), startTwilio(account)]);
});
afterAll(() => Promise.all([database.close(), twilio.close()]));
afterEach(() => twilio.heal());

const connection = (VERCEL_ENV?: "preview") =>
  connectToTwilio({
    TWILIO_ACCOUNT_SID: account.accountSid,
    TWILIO_AUTH_TOKEN: account.authToken,
    TWILIO_API_BASE_URL: twilio.origin,
    VERCEL_ENV,
  });

async function makeNumber(standing: VoiceSettings = theirs, isTestNumber = true) {
  const made = twilio.addNumber(standing);
  const id = randomUUID();
  await database.db.insert(phoneNumbers).values({
    id,
    number: made.number,
    friendlyName: "Test line",
    twilioSid: made.sid,
    settingsConfirmed: standing,
    isTestNumber,
  });
  return { id, sid: made.sid };
}

async function kept(id: string) {
  const [row] = await database.db.select().from(phoneNumbers).where(eq(phoneNumbers.id, id));
  if (!row) throw new Error("There is no such number.");
  const { settingsBefore: before, settingsWanted: wanted, settingsConfirmed: confirmed } = row;
  return { before, wanted, confirmed, preview: row.previewOrigin, state: numberState(row) };
}

const request = (id: string) => ({ phoneNumberId: id, origin, at });
const here = (id: string) => pointNumberHere(database.db, connection(), request(id));
const toPreview = (id: string, twilioHere = connection()) =>
  pointAtPreview(database.db, twilioHere, { ...request(id), previewOrigin, bypassSecret });
const takeBack = (id: string, isAnswered = true) =>
  takeBackFromPreview(database.db, connection(), { ...request(id), isAnswered });

describe("a test number", () => {
  it("goes to a preview and comes back, and what stood there before us is remembered all along", async () => {
    const { id, sid: own } = await makeNumber();
    await here(id);
    expect(await toPreview(id)).toEqual({ outcome: "done" });
    expect(twilio.settingsOf(own)).toEqual(previewed);
    expect(await kept(id)).toMatchObject({ preview: previewOrigin, before: theirs, state: "atPreview" });

    // Saving a configuration, or ending one, leaves it there.
    expect(await here(id)).toEqual({ outcome: "atPreview" });
    expect(await letNumberGo(database.db, connection(), request(id))).toEqual({ outcome: "atPreview" });
    expect(twilio.settingsOf(own)).toEqual(previewed);

    expect(await takeBack(id)).toEqual({ outcome: "done" });
    expect(twilio.settingsOf(own)).toEqual(ours);
    expect(await kept(id)).toMatchObject({ preview: null, before: theirs, wanted: ours, state: "inStep" });
    expect(await takeBack(id)).toEqual({ outcome: "alreadyDone" });
  });

  it("that nothing here answers gets back what stood there before", async () => {
    const { id, sid: own } = await makeNumber();
    await toPreview(id);
    expect(await takeBack(id, false)).toEqual({ outcome: "done" });
    expect(twilio.settingsOf(own)).toEqual(theirs);
    expect(await kept(id)).toMatchObject({ preview: null, before: null, wanted: null, state: "notOurs" });
  });

  it.each([
    ["this preview", previewed],
    ["another preview", previewSettings("https://switchboard-git-other.vercel.app", null)],
  ])(
    "gets back what stood there before, although the answer to an earlier try, at %s, was lost",
    async (_, lost) => {
      const { id, sid: own } = await makeNumber();
      twilio.changeNumber(own, lost);
      expect(await toPreview(id)).toEqual({ outcome: "done" });
      expect(await kept(id)).toMatchObject({ preview: previewOrigin, before: theirs });
      await takeBack(id, false);
      expect(twilio.settingsOf(own)).toEqual(theirs);
    },
  );

  it("that somebody has pointed elsewhere meanwhile is left alone, where nothing here answers it", async () => {
    const { id, sid: own } = await makeNumber();
    await toPreview(id);
    const bin = { voiceUrl: "https://handler.twilio.com/twiml/EH0" };
    twilio.changeNumber(own, bin);
    expect(await takeBack(id, false)).toEqual({ outcome: "pointsElsewhere" });
    expect(twilio.settingsOf(own)?.voiceUrl).toBe(bin.voiceUrl);
    expect((await kept(id)).preview).toBeNull();
  });

  it.each([
    ["the push fails", /^POST/, 500],
    ["even the question fails", /./, 401],
  ])("is recorded as it was when %s, either way", async (_, on, status) => {
    const { id, sid: own } = await makeNumber();
    await here(id);
    const before = await kept(id);
    twilio.fail(on, { kind: "status", status });
    expect((await toPreview(id)).outcome).toBe("failed");
    expect(await kept(id)).toEqual(before);
    twilio.heal();
    await toPreview(id);
    const there = await kept(id);
    twilio.fail(on, { kind: "status", status });
    expect((await takeBack(id)).outcome).toBe("failed");
    expect(await kept(id)).toEqual(there);
    expect(twilio.settingsOf(own)).toEqual(previewed);
  });

  it("is seen to have left its preview, and is another number's no longer", async () => {
    const { id, sid: own } = await makeNumber();
    await toPreview(id);
    twilio.changeNumber(own, { voiceUrl: "https://new.example/" });
    await synchroniseNumbers(database.db, real(), { at: at.add({ hours: 1 }) });
    expect((await kept(id)).state).toBe("drifted");
    const [row] = await database.db.select().from(phoneNumbers).where(eq(phoneNumbers.id, id));
    twilio.removeNumber(own);
    twilio.addNumber({ number: row?.number ?? "", ...theirs });
    await synchroniseNumbers(database.db, real(), { at: at.add({ hours: 2 }) });
    expect(await kept(id)).toMatchObject({ preview: null, wanted: null, before: null, state: "notOurs" });
  });

  it("is neither pointed nor taken back by a preview", async () => {
    const { id, sid: own } = await makeNumber();
    expect(await toPreview(id, connection("preview"))).toEqual({ outcome: "refusedHere" });
    expect(twilio.settingsOf(own)).toEqual(theirs);
  });

  it("stays one while it is at a preview, and no other number gets there", async () => {
    const { id } = await makeNumber();
    await toPreview(id);
    const unmark = database.db
      .update(phoneNumbers)
      .set({ isTestNumber: false })
      .where(eq(phoneNumbers.id, id));
    const refused = await unmark.then(
      () => null,
      (error: unknown) => constraintOf(error),
    );
    expect(refused).toBe("phone_numbers_preview_of_test_number");
    const { id: ordinary, sid: own } = await makeNumber(theirs, false);
    await expect(toPreview(ordinary)).rejects.toThrow("no test number");
    expect(twilio.settingsOf(own)).toEqual(theirs);
  });
});

const real = () => {
  const made = connection();
  if (!made.isConnected) throw new Error("not connected");
  return made.client;
};
