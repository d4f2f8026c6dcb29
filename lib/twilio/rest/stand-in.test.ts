import twilio from "twilio";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anyNumber } from "@/e2e/office/make-line";
import { type StandInTwilio, startTwilio } from "@/e2e/twilio/rest/start-twilio";
import { sid } from "@/e2e/twilio/twilio";
import { RequestClient } from "./request-client";

/**
 * The stand-in, asked by the twilio package alone, past everything of ours: what its typings promise has to come back, by
 * the names and in the forms that its serialisers read. They are made from Twilio's own description of its API.
 */
const account = { accountSid: sid("AC"), authToken: sid("AC").slice(2) };
let here: StandInTwilio;
let client: twilio.Twilio;

beforeAll(async () => {
  here = await startTwilio(account);
  const httpClient = new RequestClient({ apiOrigin: here.origin, mayWrite: true });
  client = twilio(account.accountSid, account.authToken, { httpClient });
});
afterAll(() => here.close());

/** The names of what Twilio would have sent and the stand-in did not. A null is sent: it says that there is none. */
const missingFrom = (instance: { toJSON(): unknown }): string[] =>
  Object.entries(instance.toJSON() as object).flatMap(([name, value]) => (value === undefined ? [name] : []));

const isDate = (value: unknown): boolean => value instanceof Date && !Number.isNaN(value.getTime());

describe("a number", () => {
  it("is listed, fetched and changed whole, page by page", async () => {
    const made = [1, 2, 3].map(() => here.addNumber());
    here.limitPages(2);
    const listed = await client.incomingPhoneNumbers.list({ pageSize: 2 });
    expect(listed.map((one) => one.sid)).toEqual(made.map((one) => one.sid));
    for (const one of listed) expect(missingFrom(one)).toEqual([]);
    here.heal();

    const [first] = made;
    const fetched = await client.incomingPhoneNumbers(first?.sid ?? "").fetch();
    expect(missingFrom(fetched)).toEqual([]);
    expect(isDate(fetched.dateCreated)).toBe(true);
    expect(fetched.capabilities).toMatchObject({ voice: true, sms: true, mms: false });

    const settings = {
      voiceUrl: "https://phones.example.com/api/voice",
      voiceMethod: "POST",
      voiceFallbackUrl: "https://phones.example.com/api/voice/fallback",
      voiceFallbackMethod: "GET",
      statusCallback: "https://phones.example.com/api/voice/status",
      statusCallbackMethod: "GET",
      friendlyName: "Front desk",
    };
    const changed = await fetched.update(settings);
    expect(changed).toMatchObject(settings);
    expect(missingFrom(changed)).toEqual([]);
  });

  it("has an application or a trunk, and each drives the other out", async () => {
    const { sid: own } = here.addNumber();
    const voiceApplicationSid = `AP${"0".repeat(32)}`;
    const trunkSid = `TK${"0".repeat(32)}`;
    const number = client.incomingPhoneNumbers(own);
    expect(await number.update({ voiceApplicationSid })).toMatchObject({ voiceApplicationSid, trunkSid: "" });
    expect(await number.update({ trunkSid })).toMatchObject({ voiceApplicationSid: "", trunkSid });
  });

  it("is searched for, bought and released", async () => {
    const number = anyNumber();
    here.offer({ number, country: "US", type: "Local", locality: "New York", region: "NY" });
    const [offer] = await client
      .availablePhoneNumbers("US")
      .local.list({ contains: number.slice(1), limit: 5 });
    expect(offer && missingFrom(offer)).toEqual([]);
    expect(offer).toMatchObject({ phoneNumber: number, capabilities: { voice: true } });
    const bought = await client.incomingPhoneNumbers.create({ phoneNumber: number, friendlyName: "Desk" });
    expect(missingFrom(bought)).toEqual([]);
    expect(await client.incomingPhoneNumbers(bought.sid).remove()).toBe(true);
    await expect(client.incomingPhoneNumbers(bought.sid).fetch()).rejects.toMatchObject({
      status: 404,
      code: 20404,
    });
  });
});

describe("a recording", () => {
  it("is fetched whole, and is deleted once", async () => {
    const { sid: own, callSid } = here.addRecording({ seconds: 4 });
    const fetched = await client.recordings(own).fetch();
    expect(missingFrom(fetched)).toEqual([]);
    expect(fetched).toMatchObject({
      sid: own,
      callSid,
      duration: "4",
      status: "completed",
      source: "RecordVerb",
    });
    expect(isDate(fetched.startTime)).toBe(true);
    expect(await client.recordings(own).remove()).toBe(true);
    await expect(client.recordings(own).remove()).rejects.toMatchObject({ status: 404, code: 20404 });
  });
});

describe("recordings", () => {
  it("are listed newest first, since an instant or of one call, with what is written down of them", async () => {
    const old = here.addRecording({ startedAt: new Date("2026-11-20T12:00:00Z") });
    const older = here.addRecording({
      startedAt: new Date("2026-11-19T12:00:00Z"),
      transcriptionSids: [sid("TR")],
    });
    const sids = async (more: object) =>
      (await client.recordings.list({ pageSize: 1, ...more })).map((one) => one.sid);
    expect((await sids({})).slice(-2)).toEqual([old.sid, older.sid]);
    expect(await sids({ dateCreatedAfter: new Date("2026-11-20T00:00:00Z") })).not.toContain(older.sid);
    expect(await sids({ callSid: older.callSid })).toEqual([older.sid]);
    const [text] = await client.recordings(older.sid).transcriptions.list();
    expect(text && missingFrom(text)).toEqual([]);
    expect(text).toMatchObject({ recordingSid: older.sid, status: "completed" });
  });
});

describe("a call and a text", () => {
  it("are made whole, from a number of the account alone", async () => {
    const { number: from } = here.addNumber();
    const to = "+14155550123";
    const call = await client.calls.create({ to, from, url: "https://phones.example.com/x" });
    expect(missingFrom(call)).toEqual([]);
    expect(call).toMatchObject({ to, from, status: "queued", direction: "outbound-api" });
    const text = await client.messages.create({ to, from, body: "Hello." });
    expect(missingFrom(text)).toEqual([]);
    expect(text).toMatchObject({ to, from, body: "Hello.", status: "queued" });
    const foreign = { to, from: "+12025550100", url: "https://phones.example.com/x" };
    await expect(client.calls.create(foreign)).rejects.toMatchObject({ status: 400, code: 21210 });
    await expect(client.messages.create({ to, from: foreign.from, body: "Hello." })).rejects.toMatchObject({
      status: 400,
      code: 21606,
    });
  });
});
