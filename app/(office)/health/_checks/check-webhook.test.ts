import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import twilio from "twilio";
import { afterEach, describe, expect, it } from "vitest";
import type { Settings } from "@/lib/settings-schema";
import { checkWebhook } from "./check-webhook";

const authToken = "0123456789abcdef0123456789abcdef";
const settings: Settings = {
  DATABASE_URL: "postgresql://owner@db.example/office",
  AUTH_SECRET: "a secret of the tests, long enough to be one",
  TWILIO_ACCOUNT_SID: `AC${"1f".repeat(16)}`,
  TWILIO_AUTH_TOKEN: authToken,
};

interface Answer {
  status: number;
  body?: string;
  location?: string;
}

const twiml: Answer = { status: 200, body: '<?xml version="1.0"?>\n<Response><Say>Hello.</Say></Response>' };

let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
  server = undefined;
});

/** What stands at the public address. It is told whether Twilio's own package takes the signature for `signedFor`. */
async function standAt(answerTo: (isGenuine: boolean) => Answer | null, signedFor?: string): Promise<string> {
  const own = createServer(async (request, response) => {
    const form = Object.fromEntries(new URLSearchParams(await text(request)));
    const answer = answerTo(isGenuine(request, `${signedFor ?? origin}/api/voice`, form));
    // As one that hangs.
    if (answer === null) return;
    response.writeHead(answer.status, answer.location ? { location: answer.location } : {});
    response.end(answer.body);
  });
  server = own;
  await new Promise<void>((resolve) => own.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(own.address() as AddressInfo).port}`;
  return origin;
}

const isGenuine = ({ headers }: IncomingMessage, url: string, form: Record<string, string>): boolean =>
  twilio.validateRequest(authToken, String(headers["x-twilio-signature"]), url, form);

const asItShould = (isGenuine: boolean): Answer => (isGenuine ? twiml : { status: 403 });

describe("checkWebhook", () => {
  it("sends nothing to an address that a request alone claims", async () => {
    for (const claimed of ["https://elsewhere.invalid", "http://localhost.elsewhere.invalid"]) {
      const found = await checkWebhook({ ...settings, PUBLIC_BASE_URL: undefined }, claimed);
      expect(found).toMatchObject({ state: "attention", advice: expect.stringContaining("PUBLIC_BASE_URL") });
      const pinned = await checkWebhook({ ...settings, PUBLIC_BASE_URL: claimed }, claimed);
      expect(pinned).toMatchObject({
        state: "fault",
        found: expect.stringContaining("could not be reached"),
      });
    }
  });

  it("is well where a signed request is answered and a forged one is not", async () => {
    const origin = await standAt(asItShould);
    expect(await checkWebhook(settings, origin)).toEqual({
      state: "well",
      found: `${origin}/api/voice answers a signed request with TwiML, and turns a forged one away.`,
    });
  });

  it.each<[string, Answer, string]>([
    ["asks for a sign-in", { status: 401 }, "Deployment Protection"],
    ["sends elsewhere", { status: 307, location: "https://vercel.example/sso" }, "Deployment Protection"],
    ["takes no signature", { status: 403 }, "a firewall stands in front"],
    ["has no such page", { status: 404 }, "Look at the log"],
    ["breaks", { status: 500 }, "Look at the log"],
    ["answers with a page of its own", { status: 200, body: "<html>It works!</html>" }, "Look at the log"],
  ])("says what to do about an address that %s", async (_, answer, advice) => {
    const origin = await standAt(() => answer);
    const result = await checkWebhook(settings, origin);
    expect(result).toMatchObject({ state: "fault", advice: expect.stringContaining(advice) });
    expect(result.found).toContain(`answered a signed request with ${answer.status}`);
  });

  it("finds out that PUBLIC_BASE_URL is not the address that the app there signs for", async () => {
    const origin = await standAt(asItShould, "https://phones.example.com");
    const result = await checkWebhook(settings, origin);
    expect(result).toMatchObject({
      state: "fault",
      advice: expect.stringContaining("PUBLIC_BASE_URL may not be"),
    });
  });

  it("finds out that somebody answers a forged request", async () => {
    const result = await checkWebhook(settings, await standAt(() => twiml));
    expect(result).toMatchObject({
      state: "fault",
      found: expect.stringContaining("A forged request was answered with 200"),
    });
  });

  it("says that nobody is there", async () => {
    const origin = await standAt(asItShould);
    await new Promise((resolve) => server?.close(resolve));
    const result = await checkWebhook(settings, origin);
    expect(result).toMatchObject({
      state: "fault",
      found: expect.stringContaining("no answer came"),
      advice: expect.stringContaining("PUBLIC_BASE_URL must be the address"),
    });
  });

  it("gives up an address that takes the request and says nothing", async () => {
    const result = await checkWebhook(settings, await standAt(() => null), 50);
    expect(result).toMatchObject({ state: "fault", found: expect.stringContaining("it took too long") });
  });

  it("asks nobody where there is nothing to sign with", async () => {
    let asked = 0;
    const origin = await standAt(() => {
      asked += 1;
      return twiml;
    });
    const result = await checkWebhook({ ...settings, TWILIO_AUTH_TOKEN: undefined }, origin);
    expect([result.state, asked]).toEqual(["fault", 0]);
  });

  it("never says what it signs with", async () => {
    for (const answer of [twiml, { status: 401 }]) {
      const result = await checkWebhook(settings, await standAt(() => answer));
      expect(JSON.stringify(result)).not.toContain(authToken);
      server?.closeAllConnections();
      server?.close();
    }
  });
});
