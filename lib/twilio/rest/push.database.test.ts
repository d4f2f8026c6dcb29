import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { getNumberSettings } from "@/db/queries/phone-numbers/number-settings";
import { phoneNumbers, type VoiceSettings } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { anyNumber } from "@/e2e/office/make-line";
import { type StandInTwilio, startTwilio } from "@/e2e/twilio/rest/start-twilio";
import { sid } from "@/e2e/twilio/twilio";
import { connectToTwilio, type TwilioConnection } from "./connection";
import { letNumberGo } from "./let-number-go";
import { numberState } from "./number-state";
import { pointNumberHere } from "./point-number-here";
import { isUndone, outcomeInWords } from "./push-outcome";
import { settingsToRestore, wantedSettings } from "./voice-settings";

const account = { accountSid: sid("AC"), authToken: sid("AC").slice(2) };
const origin = "https://phones.example.com";
const ours = wantedSettings(origin);
const nothing = settingsToRestore(null);
const theirs: Partial<VoiceSettings> = { voiceUrl: "https://old.example/answer", voiceMethod: "GET" };
const bin = { voiceUrl: "https://handler.twilio.com/twiml/EH0" };
const at = Temporal.Instant.from("2026-11-23T17:00:00Z");

let database: TestDatabase;
let twilio: StandInTwilio;
let here: TwilioConnection;
vi.spyOn(console, "error").mockImplementation(() => {});
beforeAll(async () => {
  [database, twilio] = await Promise.all([openTestDatabase(), startTwilio(account)]);
  here = connection();
});
afterAll(() => Promise.all([database.close(), twilio.close()]));
afterEach(() => {
  twilio.heal();
  twilio.takeRequests();
});

const connection = (VERCEL_ENV?: "preview") =>
  connectToTwilio({
    TWILIO_ACCOUNT_SID: account.accountSid,
    TWILIO_AUTH_TOKEN: account.authToken,
    TWILIO_API_BASE_URL: twilio.origin,
    VERCEL_ENV,
  });

const real = () => {
  const made = connection();
  if (!made.isConnected) throw new Error("not connected");
  return made;
};

/** A number at Twilio that is kept here, with what stood there when it was synchronised last. */
async function makeNumber(standing: Partial<VoiceSettings> = {}) {
  const made = twilio.addNumber(standing);
  const id = randomUUID();
  await database.db.insert(phoneNumbers).values({
    id,
    number: made.number,
    friendlyName: "Desk",
    twilioSid: made.sid,
    settingsConfirmed: { ...nothing, ...standing },
  });
  return { id, sid: made.sid };
}
const kept = async (id: string) => {
  const {
    settingsBefore: before,
    settingsWanted: wanted,
    settingsConfirmed: confirmed,
    ...number
  } = await getNumberSettings(database.db, id);
  return {
    before,
    wanted,
    confirmed,
    state: numberState({
      ...number,
      settingsBefore: before,
      settingsWanted: wanted,
      settingsConfirmed: confirmed,
    }),
  };
};
const point = async (id: string, connection = here) =>
  (await pointNumberHere(database.db, connection, { phoneNumberId: id, origin, at })).outcome;
const letGo = async (id: string, connection = here) =>
  (await letNumberGo(database.db, connection, { phoneNumberId: id, origin, at })).outcome;
const writes = () => twilio.takeRequests(/^(POST|DELETE)/).length;

describe("pointNumberHere", () => {
  it("points the number here and remembers what stood there", async () => {
    const { id, sid } = await makeNumber({ ...theirs, trunkSid: "TK0123456789abcdef0123456789abcdef" });
    expect(await point(id)).toBe("done");
    expect(twilio.settingsOf(sid)).toEqual(ours);
    expect(await kept(id)).toEqual({
      before: { ...nothing, ...theirs, trunkSid: "TK0123456789abcdef0123456789abcdef" },
      wanted: ours,
      confirmed: ours,
      state: "inStep",
    });
  });

  it("sends nothing a second time, as on a swap of configurations", async () => {
    const { id } = await makeNumber(theirs);
    await point(id);
    twilio.takeRequests();
    expect(await point(id)).toBe("alreadyDone");
    expect(twilio.takeRequests()).toEqual([]);
    expect((await kept(id)).before).toEqual({ ...nothing, ...theirs });
  });

  it("remembers what stands there now, not what stood there when it was synchronised", async () => {
    const { id, sid } = await makeNumber(theirs);
    twilio.changeNumber(sid, bin);
    await point(id);
    expect((await kept(id)).before?.voiceUrl).toBe(bin.voiceUrl);
  });

  it("remembers nothing, and writes nothing, where it pointed here already", async () => {
    const { id } = await makeNumber(ours);
    expect(await point(id)).toBe("done");
    expect(writes()).toBe(0);
    expect(await kept(id)).toMatchObject({ before: null, state: "inStep" });
  });

  it.each([
    ["when the push fails", /^POST/, 500],
    ["when even the question fails", /./, 401],
  ])("shows what is wanted as not done %s, and does it when tried again", async (_, on, status) => {
    const { id, sid } = await makeNumber(theirs);
    twilio.fail(on, { kind: "status", status });
    expect(await point(id)).toBe("failed");
    expect(twilio.settingsOf(sid)).toEqual({ ...nothing, ...theirs });
    expect(await kept(id)).toEqual({
      before: { ...nothing, ...theirs },
      wanted: ours,
      confirmed: { ...nothing, ...theirs },
      state: "waiting",
    });
    twilio.heal();
    // What stood there before us may have changed while we were not there yet.
    twilio.changeNumber(sid, bin);
    expect(await point(id)).toBe("done");
    expect(await kept(id)).toMatchObject({ before: bin, state: "inStep" });
  });

  it("finds out that a push without an answer was done after all", async () => {
    const { id, sid } = await makeNumber(theirs);
    twilio.fail(/^POST/, { kind: "garbled" });
    expect(await point(id)).toBe("failed");
    twilio.changeNumber(sid, ours);
    twilio.heal();
    expect(writes()).toBe(1);
    expect(await point(id)).toBe("done");
    expect(writes()).toBe(0);
    expect(await kept(id)).toMatchObject({ before: theirs, state: "inStep" });
  });

  it("repairs a number that was changed behind our back, and still knows what stood there before us", async () => {
    const { id, sid } = await makeNumber(theirs);
    await point(id);
    twilio.changeNumber(sid, bin);
    await database.db
      .update(phoneNumbers)
      .set({ settingsConfirmed: { ...nothing, ...bin } })
      .where(eq(phoneNumbers.id, id));
    expect((await kept(id)).state).toBe("drifted");
    expect(await point(id)).toBe("done");
    expect(twilio.settingsOf(sid)).toEqual(ours);
    expect(await kept(id)).toMatchObject({ before: theirs, state: "inStep" });
  });

  it("says so when the account does not have the number any more, and keeps what is known", async () => {
    const { id, sid } = await makeNumber(theirs);
    twilio.removeNumber(sid);
    expect(await point(id)).toBe("gone");
    expect((await kept(id)).state).toBe("gone");
    twilio.takeRequests();
    expect(await point(id)).toBe("gone");
    expect(twilio.takeRequests()).toEqual([]);
  });

  it("keeps what is wanted where there are no credentials, and on a preview does nothing at all", async () => {
    const { id } = await makeNumber(theirs);
    expect(await point(id, connection("preview"))).toBe("refusedHere");
    expect(await kept(id)).toMatchObject({ wanted: null, state: "notOurs" });
    expect(await point(id, { isConnected: false })).toBe("notConnected");
    expect(await kept(id)).toMatchObject({ wanted: ours, before: theirs, state: "waiting" });
    expect(twilio.takeRequests()).toEqual([]);
  });

  it("never points a number of the real Twilio at an address that Twilio cannot reach", async () => {
    const { id, sid } = await makeNumber(theirs);
    const request = { phoneNumberId: id, origin: "http://127.0.0.1:3000", at };
    const outcome = await pointNumberHere(database.db, { ...real(), isStandIn: false }, request);
    expect(outcome).toEqual({ outcome: "notPublic", origin: request.origin });
    expect(isUndone(outcome)).toBe(true);
    expect(outcomeInWords(outcome, "pointing")).toContain(
      "cannot reach Switchboard at http://127.0.0.1:3000",
    );
    expect(await kept(id)).toMatchObject({ wanted: null });
    expect(twilio.settingsOf(sid)).toMatchObject(theirs);
    expect(twilio.takeRequests()).toEqual([]);
  });

  it("has nothing to do for an example number", async () => {
    const id = randomUUID();
    await database.db.insert(phoneNumbers).values({ id, number: anyNumber(), friendlyName: "Example" });
    expect(await point(id)).toBe("example");
    expect(await letGo(id)).toBe("alreadyDone");
    expect(twilio.takeRequests()).toEqual([]);
  });
});

describe("letNumberGo", () => {
  it("puts the old settings back, an application among them", async () => {
    const { id, sid } = await makeNumber({ voiceApplicationSid: "AP0123456789abcdef0123456789abcdef" });
    await point(id);
    expect(await letGo(id)).toBe("done");
    expect(twilio.settingsOf(sid)?.voiceApplicationSid).toBe("AP0123456789abcdef0123456789abcdef");
    expect(await kept(id)).toMatchObject({ before: null, wanted: null, state: "notOurs" });
    expect((await kept(id)).confirmed).toEqual(twilio.settingsOf(sid));
    writes();
    expect(await letGo(id)).toBe("alreadyDone");
    expect(writes()).toBe(0);
  });

  it("unsets the number where nothing stood there before", async () => {
    const { id, sid } = await makeNumber();
    await point(id);
    expect(await letGo(id)).toBe("done");
    expect(twilio.settingsOf(sid)).toEqual(nothing);
  });

  it("leaves a number alone that points elsewhere by then", async () => {
    const { id, sid } = await makeNumber(theirs);
    await point(id);
    writes();
    twilio.changeNumber(sid, bin);
    expect(await letGo(id)).toBe("pointsElsewhere");
    expect(writes()).toBe(0);
    expect(twilio.settingsOf(sid)?.voiceUrl).toBe(bin.voiceUrl);
    expect(await kept(id)).toMatchObject({ before: null, wanted: null, confirmed: bin });
  });

  it("is done when it is tried again after Twilio had done it and the answer was lost", async () => {
    const { id, sid } = await makeNumber(theirs);
    await point(id);
    twilio.fail(/^POST/, { kind: "cut" });
    expect(await letGo(id)).toBe("failed");
    expect(twilio.settingsOf(sid)).toMatchObject(theirs);
    twilio.heal();
    writes();
    expect(await letGo(id)).toBe("done");
    expect(writes()).toBe(0);
    expect(await kept(id)).toMatchObject({ wanted: null, state: "notOurs" });
  });

  it("stays visible when it fails, and is done when tried again", async () => {
    const { id, sid } = await makeNumber(theirs);
    await point(id);
    twilio.fail(/^POST/, { kind: "status", status: 503 });
    expect(await letGo(id)).toBe("failed");
    expect(twilio.settingsOf(sid)).toEqual(ours);
    expect(await kept(id)).toMatchObject({ wanted: theirs, confirmed: ours, state: "lettingGo" });
    twilio.heal();
    expect(await letGo(id)).toBe("done");
    expect(twilio.settingsOf(sid)).toMatchObject(theirs);
    expect((await kept(id)).state).toBe("notOurs");
  });

  it("can be taken back while it has not been done", async () => {
    const { id, sid } = await makeNumber(theirs);
    await point(id);
    twilio.fail(/^POST/, { kind: "status", status: 503 });
    await letGo(id);
    twilio.heal();
    expect(await point(id)).toBe("done");
    expect(twilio.settingsOf(sid)).toEqual(ours);
    expect(await kept(id)).toMatchObject({ before: theirs, state: "inStep" });
  });

  it("forgets a number that the account does not have any more, and changes nothing on a preview", async () => {
    const { id, sid } = await makeNumber(theirs);
    await point(id);
    expect(await letGo(id, connection("preview"))).toBe("refusedHere");
    expect((await kept(id)).state).toBe("inStep");
    twilio.removeNumber(sid);
    expect(await letGo(id)).toBe("gone");
    expect((await kept(id)).state).toBe("gone");
  });
});
