import type { TwilioClient, TwilioConnection } from "./connection";
import { asTwilioFault } from "./twilio-fault";
import { isPublicOrigin } from "./voice-settings";

export interface CallToPlace {
  /** Who is rung: E.164, or a SIP address. */
  to: string;
  /** The number that they see: one of the account's. */
  from: string;
  /** Asked for TwiML once somebody has picked up. */
  url: string;
  /** Told of each stage of the call. */
  statusUrl: string;
  stages: readonly ("ringing" | "answered" | "completed")[];
}

/** About six rings. A mailbox that picks up later is not spoken to. */
const ringSeconds = 30;

/** Why no call can be placed from here at all, in a sentence; null when nothing stands in the way. */
export function whyNoCall(twilio: TwilioConnection, origin: string): string | null {
  if (!twilio.isConnected) return "Switchboard has no credentials for Twilio, so it cannot call anybody.";
  if (!twilio.mayWrite)
    return "This is a preview of Switchboard, which never calls anybody. Do it in production.";
  if (!twilio.isStandIn && !isPublicOrigin(origin)) {
    return `Twilio cannot reach Switchboard at ${origin}, so it would not know what to do on the call. Set PUBLIC_BASE_URL.`;
  }
  return null;
}

/**
 * Has Twilio call somebody, and answers the call's sid.
 *
 * @throws TwilioFault
 */
export async function placeCall(
  client: TwilioClient,
  { to, from, url, statusUrl, stages }: CallToPlace,
): Promise<string> {
  try {
    const { sid } = await client.calls.create({
      to,
      from,
      url,
      method: "POST",
      statusCallback: statusUrl,
      statusCallbackMethod: "POST",
      statusCallbackEvent: [...stages],
      timeout: ringSeconds,
    });
    return sid;
  } catch (error) {
    throw asTwilioFault(error);
  }
}
