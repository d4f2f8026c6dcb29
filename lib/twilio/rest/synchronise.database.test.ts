import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { phoneNumbers, type VoiceSettings } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { anyNumber } from "@/e2e/office/make-line";
import { type StandInTwilio, startTwilio } from "@/e2e/twilio/rest/start-twilio";
import { sid } from "@/e2e/twilio/twilio";
import { connectToTwilio, type TwilioConnection } from "./connection";
import { letNumberGo } from "./let-number-go";
import { pointNumberHere } from "./point-number-here";
import { synchroniseNumbers } from "./synchronise";
import { settingsToRestore, wantedSettings } from "./voice-settings";

const account = { accountSid: sid("AC"), authToken: sid("AC").slice(2) };
const at = Temporal.Instant.from("2026-11-23T17:00:00Z");
const later = at.add({ minutes: 5 });
const origin = "https://phones.example.com";
const nothing = settingsToRestore(null);

let database: TestDatabase;
vi.spyOn(console, "error").mockImplementation(() => {});
let twilio: StandInTwilio;
let connection: Extract<TwilioConnection, { isConnected: true }>;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.delete(phoneNumbers);
  await twilio?.close();
  twilio = await startTwilio(account);
  const made = connectToTwilio({
    TWILIO_ACCOUNT_SID: account.accountSid,
    TWILIO_AUTH_TOKEN: account.authToken,
    TWILIO_API_BASE_URL: twilio.origin,
  });
  if (!made.isConnected) throw new Error("not connected");
  connection = made;
  return () => twilio.close();
});

const synchronise = (when = at) => synchroniseNumbers(database.db, connection.client, { at: when });
const row = async (number: string) =>
  (await database.db.select().from(phoneNumbers).where(eq(phoneNumbers.number, number)))[0];
const none = { added: 0, changed: 0, gone: 0, back: 0, drifted: 0 };

describe("synchroniseNumbers", () => {
  it("takes in what is new, what has changed and what is gone, over several pages", async () => {
    twilio.limitPages(2);
    const stays = twilio.addNumber({ friendlyName: "Front desk", voiceUrl: "https://old.example/" });
    const goes = twilio.addNumber();
    const changes = twilio.addNumber();
    expect(await synchronise()).toEqual({ ...none, total: 3, added: 3 });
    expect(await row(stays.number)).toMatchObject({
      friendlyName: "Front desk",
      twilioSid: stays.sid,
      canVoice: true,
      canMms: false,
      settingsConfirmed: { ...nothing, voiceUrl: "https://old.example/" },
      settingsWanted: null,
      goneSince: null,
    });
    expect((await row(stays.number))?.synchronisedAt?.toISOString()).toBe("2026-11-23T17:00:00.000Z");

    await database.db
      .update(phoneNumbers)
      .set({ friendlyName: "Ours" })
      .where(eq(phoneNumbers.number, stays.number));
    twilio.removeNumber(goes.sid);
    twilio.changeNumber(changes.sid, { voiceUrl: "https://new.example/" });
    const comes = twilio.addNumber();
    expect(await synchronise(later)).toEqual({ ...none, total: 3, added: 1, changed: 1, gone: 1 });
    expect(await row(stays.number)).toMatchObject({ friendlyName: "Ours", version: 1 });
    expect((await row(goes.number))?.goneSince?.toISOString()).toBe("2026-11-23T17:05:00.000Z");
    expect((await row(changes.number))?.settingsConfirmed?.voiceUrl).toBe("https://new.example/");
    expect((await row(comes.number))?.twilioSid).toBe(comes.sid);
    expect(await synchronise(later)).toEqual({ ...none, total: 3 });
  });

  it("records nothing when a later page fails", async () => {
    const kept = twilio.addNumber();
    await synchronise();
    for (let index = 0; index < 3; index++) twilio.addNumber();
    twilio.changeNumber(kept.sid, { voiceUrl: "https://new.example/" });
    twilio.limitPages(2);
    twilio.fail(/Page=1/, { kind: "status", status: 500 });
    await expect(synchronise(later)).rejects.toMatchObject({ name: "TwilioFault", kind: "broken" });
    expect(await database.db.select().from(phoneNumbers)).toHaveLength(1);
    expect((await row(kept.number))?.settingsConfirmed?.voiceUrl).toBe("");
  });

  it("knows a number again that was gone, or bought anew, or an example until now", async () => {
    const example = anyNumber();
    await database.db.insert(phoneNumbers).values({ number: example, friendlyName: "Example" });
    const { number, sid: first } = twilio.addNumber();
    await synchronise();
    twilio.removeNumber(first);
    await synchronise();
    const again = twilio.addNumber({ number });
    twilio.addNumber({ number: example });
    expect(await synchronise(later)).toEqual({ ...none, total: 2, changed: 2, back: 1 });
    expect(await row(number)).toMatchObject({ twilioSid: again.sid, goneSince: null });
    expect(await row(example)).toMatchObject({ friendlyName: "Example" });
    expect((await row(example))?.twilioSid).toMatch(/^PN/);
  });

  it("shows as drifted what was changed behind our back, and ends what was done after all", async () => {
    const request = async (number: string) => ({
      phoneNumberId: (await row(number))?.id ?? "",
      origin,
      at,
    });
    const made = Array.from({ length: 3 }, () => twilio.addNumber({ voiceUrl: "https://old.example/" }));
    await synchronise();
    for (const { number } of made) await pointNumberHere(database.db, connection, await request(number));
    const [drifts, letGo, stays] = made as [(typeof made)[0], (typeof made)[0], (typeof made)[0]];
    twilio.changeNumber(drifts.sid, { voiceUrl: "https://elsewhere.example/" });
    twilio.fail(/^POST/, { kind: "garbled" });
    await letNumberGo(database.db, connection, await request(letGo.number));
    twilio.changeNumber(letGo.sid, { ...nothing, voiceUrl: "https://old.example/" });
    expect(await synchronise(later)).toEqual({ ...none, total: 3, changed: 2, drifted: 1 });
    expect(await row(letGo.number)).toMatchObject({ settingsWanted: null, settingsBefore: null });
    expect(await row(stays.number)).toMatchObject({ settingsWanted: wantedSettings(origin) });
  });

  it("never overwrites what was asked about one number since it began", async () => {
    const { number } = twilio.addNumber();
    await synchronise();
    const newer: VoiceSettings = { ...nothing, voiceUrl: "https://newer.example/" };
    const known = { settingsConfirmed: newer, synchronisedAt: new Date(later.epochMilliseconds) };
    await database.db.update(phoneNumbers).set(known).where(eq(phoneNumbers.number, number));
    await synchronise(at);
    expect((await row(number))?.settingsConfirmed).toEqual(newer);
  });
});
