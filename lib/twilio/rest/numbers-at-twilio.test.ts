import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { anyNumber } from "@/e2e/office/make-line";
import { type StandInTwilio, startTwilio } from "@/e2e/twilio/rest/start-twilio";
import { sid } from "@/e2e/twilio/twilio";
import type { Settings } from "@/lib/settings-schema";
import { connectToTwilio, type TwilioClient } from "./connection";
import { faultInWords } from "./fault-in-words";
import {
  buyNumber,
  findNumberAtTwilio,
  listNumbersAtTwilio,
  releaseNumberAtTwilio,
  setVoiceSettings,
} from "./numbers-at-twilio";
import { searchNumbersForSale } from "./numbers-for-sale";
import { TwilioFault } from "./twilio-fault";
import { settingsToRestore, wantedSettings } from "./voice-settings";

const account = { accountSid: sid("AC"), authToken: sid("AC").slice(2) };
let twilio: StandInTwilio;
beforeAll(async () => {
  twilio = await startTwilio(account);
});
afterAll(() => twilio.close());
afterEach(() => {
  twilio.heal();
  twilio.takeRequests();
});

function client(changed: Partial<Settings> = {}, timeoutMilliseconds?: number): TwilioClient {
  const settings = {
    TWILIO_ACCOUNT_SID: account.accountSid,
    TWILIO_AUTH_TOKEN: account.authToken,
    TWILIO_API_BASE_URL: twilio.origin,
    ...changed,
  };
  const connection = connectToTwilio(settings, timeoutMilliseconds);
  if (!connection.isConnected) throw new Error("not connected");
  return connection.client;
}
const faultOf = (attempt: Promise<unknown>): Promise<TwilioFault> =>
  attempt.then(
    () => Promise.reject(new Error("it worked")),
    (error) => (error instanceof TwilioFault ? error : Promise.reject(error)),
  );
const ours = wantedSettings("https://phones.example.com");

describe("connectToTwilio", () => {
  it("is not connected without credentials, or with those that a fresh clone makes up", () => {
    expect(connectToTwilio({})).toEqual({ isConnected: false });
    const madeUp = {
      TWILIO_ACCOUNT_SID: `AC${"0".repeat(16)}0123456789abcdef`,
      TWILIO_AUTH_TOKEN: "made up",
    };
    expect(connectToTwilio(madeUp)).toEqual({ isConnected: false });
  });

  it.each(["preview", "development"] as const)("reads and never writes on a %s", async (VERCEL_ENV) => {
    const { sid } = twilio.addNumber();
    const here = client({ VERCEL_ENV });
    expect((await findNumberAtTwilio(here, sid))?.sid).toBe(sid);
    twilio.takeRequests();
    for (const write of [
      setVoiceSettings(here, sid, ours),
      releaseNumberAtTwilio(here, sid),
      buyNumber(here, { number: anyNumber(), friendlyName: "New" }),
    ]) {
      expect((await faultOf(write)).kind).toBe("refusedHere");
    }
    expect(twilio.takeRequests()).toEqual([]);
  });
});

describe("the numbers of the account", () => {
  it("are listed through all pages, with their settings", async () => {
    const made = Array.from({ length: 5 }, () => twilio.addNumber({ voiceUrl: "https://old.example/" }).sid);
    twilio.limitPages(2);
    const listed = await listNumbersAtTwilio(client());
    for (const sid of made) {
      expect(listed.find((number) => number.sid === sid)).toMatchObject({
        canVoice: true,
        canMms: false,
        settings: { ...settingsToRestore(null), voiceUrl: "https://old.example/" },
      });
    }
    expect(twilio.takeRequests(/GET .*IncomingPhoneNumbers/).length).toBeGreaterThan(2);
  });

  it("are not listed at all when one page fails", async () => {
    for (let index = 0; index < 3; index++) twilio.addNumber();
    twilio.limitPages(2);
    twilio.fail(/^GET .*Page=1/, { kind: "status", status: 500 });
    expect((await faultOf(listNumbersAtTwilio(client()))).kind).toBe("broken");
    expect(twilio.takeRequests()).toHaveLength(2);
  });

  it("take settings, which drive out an application, and take an application again", async () => {
    const { sid } = twilio.addNumber({ voiceApplicationSid: "AP0123456789abcdef0123456789abcdef" });
    const before = await findNumberAtTwilio(client(), sid);
    expect((await setVoiceSettings(client(), sid, ours)).settings).toEqual(ours);
    expect(twilio.settingsOf(sid)).toEqual(ours);
    await setVoiceSettings(client(), sid, settingsToRestore(before?.settings ?? null));
    expect(twilio.settingsOf(sid)?.voiceApplicationSid).toBe("AP0123456789abcdef0123456789abcdef");
    expect(twilio.settingsOf(sid)?.voiceUrl).toBe("");
  });

  it("are bought, with an address where the law asks for one, and released", async () => {
    const number = anyNumber();
    twilio.offer({ number, country: "US", type: "Local", addressRequirement: "any" });
    const fault = await faultOf(buyNumber(client(), { number, friendlyName: "Desk" }));
    expect(fault.code).toBe(21631);
    expect(faultInWords(fault, { notDone: "Not bought." })).toMatch(
      /address.*\(Twilio error 21631\)\. Not bought\./,
    );
    const bought = await buyNumber(client(), { number, friendlyName: "Desk", addressSid: "AD0" });
    expect(bought).toMatchObject({ number, friendlyName: "Desk" });
    await releaseNumberAtTwilio(client(), bought.sid);
    expect(await findNumberAtTwilio(client(), bought.sid)).toBeNull();
    await releaseNumberAtTwilio(client(), bought.sid);
  });

  it("are bought with an approved bundle alone where the law asks for one", async () => {
    const number = anyNumber();
    const [approvedBundle, pendingBundle] = [`BU${"a".repeat(32)}`, `BU${"b".repeat(32)}`];
    twilio.offer({ number, country: "GB", type: "Mobile", approvedBundle });
    const purchase = { number, friendlyName: "Desk" };
    for (const bundleSid of [undefined, pendingBundle]) {
      const fault = await faultOf(buyNumber(client(), { ...purchase, bundleSid }));
      expect(faultInWords(fault, { notDone: "Not bought." })).toMatch(
        /no approved regulatory bundle.*\(Twilio error 21649\)\. Not bought\. If you have handed one in/,
      );
      expect(twilio.sidOf(number)).toBeNull();
    }
    await buyNumber(client(), { ...purchase, bundleSid: approvedBundle });
    expect(twilio.sidOf(number)).toMatch(/^PN/);
  });

  it("are searched for by country, type, digits and area", async () => {
    const number = "+12125550177";
    twilio.offer({ number, country: "US", type: "Local", locality: "New York", region: "NY" });
    const search = { country: "US", type: "local" as const };
    const offer = { number, place: "New York, NY", canSms: true, addressRequirement: "none" };
    expect(await searchNumbersForSale(client(), { ...search, contains: "0177" })).toEqual([offer]);
    expect(await searchNumbersForSale(client(), { ...search, area: "212" })).toEqual([offer]);
    expect(await searchNumbersForSale(client(), { ...search, area: "New York" })).toEqual([offer]);
    expect(await searchNumbersForSale(client(), { ...search, area: "646" })).toEqual([]);
    expect(await searchNumbersForSale(client(), { country: "US", type: "mobile" })).toBeNull();
  });
});

describe("a fault", () => {
  const words = { notDone: "Not done.", unsure: "Nobody knows." };
  const push = (timeoutMilliseconds?: number) =>
    setVoiceSettings(client({}, timeoutMilliseconds), twilio.addNumber().sid, ours);

  it("of the credentials is told with its code", async () => {
    const fault = await faultOf(listNumbersAtTwilio(client({ TWILIO_AUTH_TOKEN: "wrong" })));
    expect(fault).toMatchObject({ kind: "refused", status: 401, code: 20003, mayBeDone: false });
    expect(faultInWords(fault, words)).toMatch(
      /auth token \(Twilio error 20003\)\. Not done\. .*TWILIO_AUTH_TOKEN/,
    );
  });

  it("of too many requests is tried again, and told when it stays", async () => {
    twilio.fail(/^POST/, { kind: "status", status: 429, code: 20429 }, 2);
    expect((await push()).settings).toEqual(ours);
    expect(twilio.takeRequests(/^POST/)).toHaveLength(3);
    twilio.fail(/^POST/, { kind: "status", status: 429, code: 20429 });
    const fault = await faultOf(push());
    expect(fault).toMatchObject({ code: 20429, mayBeDone: false });
    expect(faultInWords(fault, words)).toContain("too many requests");
    expect(twilio.takeRequests(/^POST/)).toHaveLength(5);
  });

  it.each([
    [
      "status 500",
      { kind: "status", status: 500 } as const,
      "broken",
      "went wrong at Twilio (Twilio error 20500)",
    ],
    ["no answer", { kind: "hanging" } as const, "timeout", "did not answer in time."],
    ["half an answer", { kind: "cut" } as const, "cut", "broke off in the middle."],
    ["no answer before the connection ends", { kind: "down" } as const, "cut", "broke off in the middle."],
    ["status 500 and no words", { kind: "failing" } as const, "broken", "went wrong at Twilio (HTTP 500)"],
    ["a page for people", { kind: "garbled" } as const, "cut", "broke off in the middle."],
    ["an answer of another shape", { kind: "misshapen" } as const, "cut", "broke off in the middle."],
  ])("with %s leaves open whether it was done", async (_, fault, kind, happened) => {
    twilio.fail(/^POST/, fault);
    const met = await faultOf(push(fault.kind === "hanging" ? 300 : undefined));
    expect(met).toMatchObject({ kind, mayBeDone: true });
    expect(faultInWords(met, words)).toContain(happened);
    expect(faultInWords(met, words)).toContain("Nobody knows.");
  });

  it("of the network says that nothing was sent", async () => {
    const away = client({ TWILIO_API_BASE_URL: "http://127.0.0.1:9" });
    const fault = await faultOf(setVoiceSettings(away, sid("PN"), ours));
    expect(fault).toMatchObject({ kind: "unreachable", mayBeDone: false });
  });

  it("that nobody has words for is told in Twilio's", async () => {
    twilio.fail(/^POST/, { kind: "status", status: 400, code: 21999, message: "The moon is full." });
    const fault = await faultOf(push());
    expect(faultInWords(fault, words)).toContain(
      "Twilio refused (Twilio error 21999). It says: “The moon is full.” Not done.",
    );
  });
});
