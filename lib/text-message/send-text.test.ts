import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type StandInTwilio, startTwilio } from "@/e2e/twilio/rest/start-twilio";
import type { Settings } from "../settings-schema";
import { sendText } from "./send-text";

const account = { accountSid: `AC${"1".repeat(32)}`, authToken: "2".repeat(32) };
const from = "+12125550100";
let twilio: StandInTwilio;
beforeAll(async () => {
  twilio = await startTwilio(account);
  twilio.addNumber({ number: from });
});
afterEach(() => twilio.heal());
afterAll(() => twilio.close());

const settings = (given: Partial<Settings> = {}): Settings => ({
  DATABASE_URL: "postgresql://user:password@db.example/switchboard",
  AUTH_SECRET: "0123456789abcdef0123456789abcdef",
  TWILIO_ACCOUNT_SID: account.accountSid,
  TWILIO_AUTH_TOKEN: account.authToken,
  TWILIO_API_BASE_URL: twilio.origin,
  ...given,
});
const text = (to: string, more: Partial<{ from: string; text: string }> = {}) => ({
  from,
  to,
  text: "Call again.",
  statusUrl: "https://phones.example.com/api/voice/text-status/back/CA1",
  ...more,
});

describe("sendText", () => {
  it("hands it to Twilio", async () => {
    expect(await sendText(text("+12125550101"), settings())).toEqual({ kind: "sent" });
    expect(twilio.textsTo("+12125550101")).toEqual([text("+12125550101")]);
  });

  it("sends nothing where Twilio is not connected", async () => {
    const { TWILIO_ACCOUNT_SID: _, TWILIO_AUTH_TOKEN: __, ...without } = settings();
    expect(await sendText(text("+12125550102"), without)).toMatchObject({ kind: "failed", isFinal: true });
  });

  it.each(["preview", "development"] as const)("sends nothing from Vercel's %s", async (VERCEL_ENV) => {
    const outcome = await sendText(text("+12125550103"), settings({ VERCEL_ENV }));
    expect(outcome).toEqual({
      kind: "failed",
      isFinal: true,
      why: "This is a preview, which sends no texts.",
    });
    expect(twilio.textsTo("+12125550103")).toEqual([]);
  });

  it.each([
    ["a sender that is none of the account's", text("+12125550104", { from: "+12125550199" }), /21606/],
    ["a number that is none", text("12"), /21211/],
  ])("gives up at once on %s, and says why", async (_, message, why) => {
    const outcome = await sendText(message, settings());
    expect(outcome).toMatchObject({ kind: "failed", isFinal: true, why: expect.stringMatching(why) });
  });

  it.each([
    ["a fault of Twilio's own", { kind: "status", status: 503 }, /Nobody knows whether/],
    [
      "an auth token that is being changed",
      { kind: "status", status: 401, code: 20003 },
      /TWILIO_AUTH_TOKEN/,
    ],
    ["a connection that breaks", { kind: "cut" }, /Nobody knows whether/],
  ] as const)("may be tried again after %s", async (_, fault, why) => {
    twilio.fail(/Messages/, fault);
    const outcome = await sendText(text("+12125550105"), settings());
    expect(outcome).toMatchObject({ kind: "failed", isFinal: false, why: expect.stringMatching(why) });
  });
});
