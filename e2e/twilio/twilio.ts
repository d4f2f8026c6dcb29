import { randomBytes } from "node:crypto";
import { sign } from "@/lib/twilio/signature/signature";

/** An id in the form of Twilio's: two letters and 32 hexadecimal digits. */
export const sid = (prefix: "CA" | "AC" | "RE" | "PN" | "SM" | "TR"): string =>
  prefix + randomBytes(16).toString("hex");

export interface Account {
  accountSid: string;
  authToken: string;
  /** Public origin of the app, under which Twilio signs. */
  baseUrl: string;
}

export interface Answer {
  status: number;
  contentType: string | null;
  body: string;
}

/** What Twilio says about every incoming call. Source: Twilio, "TwiML for Programmable Voice", request parameters. */
export function callParameters(call: {
  from?: string;
  to: string;
  callSid?: string;
}): Record<string, string> {
  const from = call.from ?? "+14155550123";
  return {
    CallSid: call.callSid ?? sid("CA"),
    From: from,
    Caller: from,
    To: call.to,
    Called: call.to,
    CallStatus: "ringing",
    ApiVersion: "2010-04-01",
    Direction: "inbound",
    FromCity: "SAN FRANCISCO",
    FromCountry: "US",
  };
}

/** Twilio gives a webhook 15 seconds in all. */
const patienceMilliseconds = 15_000;

/** Takes Twilio's part: asks a URL of the app by either method. What GET sends is part of the URL that is signed. */
export async function askAsTwilio(
  account: Account,
  method: "GET" | "POST",
  url: string,
  parameters: Readonly<Record<string, string>>,
): Promise<Answer> {
  if (method === "POST") return postAsTwilio(account, url, parameters);
  const asked = new URL(url);
  for (const [name, value] of Object.entries({ AccountSid: account.accountSid, ...parameters })) {
    asked.searchParams.append(name, value);
  }
  const signature = await sign(account.authToken, asked.href, new URLSearchParams());
  return answerFrom(
    await fetch(asked, {
      redirect: "manual",
      headers: { "user-agent": "TwilioProxy/1.1", "x-twilio-signature": signature },
      signal: AbortSignal.timeout(patienceMilliseconds),
    }),
  );
}

/** Takes Twilio's part: posts a form to a URL of the app, signed with the account's token. */
export async function postAsTwilio(
  account: Account,
  url: string,
  parameters: Readonly<Record<string, string>>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const form = new URLSearchParams({ AccountSid: account.accountSid, ...parameters });
  const response = await fetch(url, {
    method: "POST",
    redirect: "manual",
    headers: {
      "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
      "user-agent": "TwilioProxy/1.1",
      "x-twilio-signature": await sign(account.authToken, url, form),
      ...headers,
    },
    body: form.toString(),
    signal: AbortSignal.timeout(patienceMilliseconds),
  });
  return answerFrom(response);
}

const answerFrom = async (response: Response): Promise<Answer> => ({
  status: response.status,
  contentType: response.headers.get("content-type"),
  body: await response.text(),
});
