import type { Settings } from "@/lib/settings-schema";
import { twilioStanding } from "@/lib/twilio/rest/standing";
import { sign } from "@/lib/twilio/signature/signature";
import type { CheckResult } from "../check-result";

const mostMilliseconds = 5000;

/**
 * Asks this app at its public address what Twilio would, once signed and once forged. Neither names a call, so that the
 * log of calls stays the callers'.
 */
export async function checkWebhook(
  settings: Settings,
  origin: string,
  milliseconds = mostMilliseconds,
): Promise<CheckResult> {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken } = settings;
  if (!accountSid || !authToken) {
    return {
      state: "fault",
      found: "Every call is turned away, since there is no auth token to know Twilio by.",
      advice: "Set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.",
    };
  }
  if (!isOurs(settings, origin)) {
    return {
      state: "attention",
      found: "The address was not tried: nothing but the browser's own request says where the app is.",
      advice: "Set PUBLIC_BASE_URL to the address under which the world, and so Twilio, reaches this app.",
    };
  }
  const url = `${origin}/api/voice`;
  const form = new URLSearchParams({ AccountSid: accountSid, From: nobody, To: nobody });
  const ask = async (token: string) => post(url, form, await sign(token, url, form), milliseconds);
  const genuine = await ask(authToken);
  if (typeof genuine === "string") return unreachable(url, genuine);
  if (genuine.status === 200 && /<Response[\s>/]/.test(genuine.body)) {
    const forged = await ask(`not ${authToken}`);
    if (typeof forged === "string") return unreachable(url, forged);
    if (forged.status !== 403) {
      return {
        state: "fault",
        found: `A forged request was answered with ${forged.status} and not turned away.`,
        advice: "Something in front of Switchboard answers in its place: look at the proxy.",
      };
    }
    return {
      state: twilioStanding(settings) === "notConnected" ? "attention" : "well",
      found: `${url} answers a signed request with TwiML, and turns a forged one away.`,
    };
  }
  return refused(url, genuine.status);
}

/**
 * Whether the address is known to be this app's: it is pinned, Vercel says so, or it is this machine. Any other is what a
 * request claims, and a signed form is nothing to be sent wherever that points.
 */
const isOurs = ({ PUBLIC_BASE_URL, VERCEL_ENV }: Settings, origin: string): boolean =>
  VERCEL_ENV !== undefined ||
  origin === PUBLIC_BASE_URL ||
  ["127.0.0.1", "localhost", "[::1]"].includes(new URL(origin).hostname);

/** From a block that is reserved for fiction, so no firm's number. */
const nobody = "+12025550100";

async function post(
  url: string,
  form: URLSearchParams,
  signature: string,
  milliseconds: number,
): Promise<{ status: number; body: string } | string> {
  try {
    const response = await fetch(url, {
      method: "POST",
      redirect: "manual",
      cache: "no-store",
      headers: {
        "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
        "x-twilio-signature": signature,
      },
      body: form.toString(),
      signal: AbortSignal.timeout(milliseconds),
    });
    return { status: response.status, body: await response.text() };
  } catch (error) {
    return error instanceof Error && error.name === "TimeoutError" ? "it took too long" : "no answer came";
  }
}

const unreachable = (url: string, why: string): CheckResult => ({
  state: "fault",
  found: `${url} could not be reached from here: ${why}.`,
  advice: "PUBLIC_BASE_URL must be the address under which the world, and so Twilio, reaches this app.",
});

function refused(url: string, status: number): CheckResult {
  const found = `${url} answered a signed request with ${status}, so Twilio's calls are not answered.`;
  const isProtected = status === 401 || (status >= 300 && status < 400);
  return {
    state: "fault",
    found,
    advice: isProtected
      ? "Something in front asks for a sign-in or sends elsewhere, such as Vercel's Deployment Protection: let it stand aside for this address."
      : status === 403
        ? "The app there does not take this signature: PUBLIC_BASE_URL may not be the address that was asked, or a firewall stands in front."
        : "Look at the log of the address that was asked.",
  };
}
