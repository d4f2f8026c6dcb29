import { type Caller, callerFrom } from "@/lib/call/caller";
import { settings } from "@/lib/env";
import type { Settings } from "@/lib/settings-schema";
import { isFromTwilio } from "@/lib/twilio/signature/signature";
import { publicOrigin, requestedPath } from "./origin";
import { readForm } from "./read-form";

/** A request that Twilio has signed. */
export interface Received {
  parameters: URLSearchParams;
  settings: Settings;
  /** Public origin of this app. */
  origin: string;
  /** Null when the request is about no call: a text message, say, sent here by a mistake in Twilio's console. */
  callSid: string | null;
  /** The caller's leg: of a leg that a `<Dial>` made, its parent. */
  callerCallSid: string | null;
  caller: Caller;
  /** The number called, E.164 where it is one. */
  called: string;
}

/** What Postgres has no place for, and Twilio has no use for: one in a name would cost the whole row of the log. */
const withoutNul = (parameters: URLSearchParams): URLSearchParams =>
  new URLSearchParams([...parameters].map(([name, value]) => [name, value.replaceAll("\0", "")]));

const callSidForm = /^CA[0-9a-f]{32}$/;

/**
 * Takes a request of Twilio's, or answers why not: 415 or 413 for what Twilio never sends, 403 for what it did not
 * sign. None of these touches the database.
 */
export async function receive(request: Request): Promise<Received | Response> {
  const current = settings();
  const signature = request.headers.get("x-twilio-signature");
  const sent = await readForm(request);
  if (sent instanceof Response) return sent;

  const origin = publicOrigin(request, current);
  const tokens = [current.TWILIO_AUTH_TOKEN, current.TWILIO_AUTH_TOKEN_SECONDARY].filter(
    (token) => token !== undefined,
  );
  const isGenuine = await isFromTwilio(
    { signature, url: origin + requestedPath(request), parameters: sent },
    tokens,
  );
  // The signed text has no delimiters, so what it says is checked too: ours, and a call where it says so.
  if (!isGenuine || sent.get("AccountSid") !== current.TWILIO_ACCOUNT_SID) {
    return new Response("This is not a request that Twilio signed for this account.\n", { status: 403 });
  }

  const parameters = withoutNul(sent);
  const sid = (name: string) => {
    const value = parameters.get(name);
    return value !== null && callSidForm.test(value) ? value : null;
  };
  return {
    parameters,
    settings: current,
    origin,
    callSid: sid("CallSid"),
    callerCallSid: sid("ParentCallSid") ?? sid("CallSid"),
    caller: callerFrom(parameters),
    called: parameters.get("To") ?? "",
  };
}
