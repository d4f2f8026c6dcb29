import { and, eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { listAttention } from "@/db/queries/attention/list-attention";
import { activity, phoneNumbers } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { type StandInTwilio, startTwilio } from "@/e2e/twilio/rest/start-twilio";
import { sid } from "@/e2e/twilio/twilio";
import { connectToTwilio, type TwilioConnection } from "./connection";
import { lookAtNumbers } from "./look-at-numbers";
import { numberState } from "./number-state";
import { wantedSettings } from "./voice-settings";

const account = { accountSid: sid("AC"), authToken: sid("AC").slice(2) };
const wanted = wantedSettings("https://phones.example.com");
const at = Temporal.Instant.from("2026-11-23T02:30:00Z");

let test: TestDatabase;
let standIn: StandInTwilio;
let twilio: TwilioConnection;
let number: { sid: string; number: string };

beforeAll(async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  test = await openTestDatabase();
  standIn = await startTwilio(account);
  twilio = connectToTwilio({
    TWILIO_ACCOUNT_SID: account.accountSid,
    TWILIO_AUTH_TOKEN: account.authToken,
    TWILIO_API_BASE_URL: standIn.origin,
  });
});
afterAll(async () => {
  await standIn.close();
  await test.close();
});
beforeEach(async () => {
  standIn.heal();
  await test.db.delete(activity);
  await test.db.delete(phoneNumbers);
  if (number) standIn.removeNumber(number.sid);
  number = standIn.addNumber(wanted);
  await test.db.insert(phoneNumbers).values({
    number: number.number,
    friendlyName: "Front desk",
    twilioSid: number.sid,
    settingsWanted: wanted,
    settingsConfirmed: wanted,
    canVoice: true,
    canSms: true,
  });
  standIn.takeRequests();
});

const look = (connection = twilio) => lookAtNumbers(test.db, connection, at);
/** What the activity page tells of the looks. */
const told = async () =>
  (
    await test.db
      .select({ byName: activity.byName, after: activity.after })
      .from(activity)
      .where(and(eq(activity.subject, "phoneNumber"), eq(activity.verb, "lookAtNumbers")))
  ).map(({ byName, after }) => [byName, after?.["At Twilio"]]);
const numbersToSeeTo = async () =>
  (await listAttention(test.db, at)).numbersAtTwilio.map(({ name, goneSince, ...known }) => [
    name,
    numberState({ ...known, goneSince: goneSince === null ? null : new Date(goneSince) }),
  ]);

describe("lookAtNumbers", () => {
  it("brings a number to attention that was changed behind our back, and only reads", async () => {
    expect(await look()).toMatchObject({ kind: "looked", counts: { total: 1, changed: 0, drifted: 0 } });
    expect(await numbersToSeeTo()).toEqual([]);
    expect(await told()).toEqual([]);

    standIn.changeNumber(number.sid, { voiceUrl: "https://elsewhere.example/" });
    expect(await look()).toMatchObject({ kind: "looked", counts: { total: 1, changed: 1, drifted: 1 } });
    expect(await numbersToSeeTo()).toEqual([["Front desk", "drifted"]]);
    const words = "1 number at Twilio: 1 changed, 1 does not do what it should.";
    expect(await told()).toEqual([["Switchboard", words]]);

    // The night after: it still needs a look, and is no news.
    expect(await look()).toMatchObject({ kind: "looked", counts: { changed: 0, drifted: 1 } });
    expect(await told()).toHaveLength(1);
    expect(standIn.takeRequests(/^(?!GET)/)).toEqual([]);
    expect(standIn.settingsOf(number.sid)?.voiceUrl).toBe("https://elsewhere.example/");
  });

  it("puts on record that Twilio could not be asked, and leaves what is known as it was", async () => {
    standIn.changeNumber(number.sid, { voiceUrl: "https://elsewhere.example/" });
    standIn.fail(/^GET/, { kind: "status", status: 401, code: 20003 });
    expect(await look()).toMatchObject({ kind: "failed", fault: { code: 20003 } });
    expect(await told()).toEqual([
      ["Switchboard", expect.stringMatching(/Twilio error 20003.*shown as Twilio last told them/)],
    ]);
    expect(await numbersToSeeTo()).toEqual([]);
  });

  it("asks nobody without credentials", async () => {
    expect(await look({ isConnected: false })).toEqual({ kind: "notConnected" });
    expect(await told()).toEqual([]);
    expect(standIn.takeRequests()).toEqual([]);
  });
});
