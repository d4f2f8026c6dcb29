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

/** What calls are placed with, or why none can be placed from here at all, in a sentence. */
export function wayToCall(
  twilio: TwilioConnection,
  origin: string,
): { client: TwilioClient } | { hindrance: string } {
  if (!twilio.isConnected)
    return { hindrance: "Switchboard has no credentials for Twilio, so it cannot call anybody." };
  if (!twilio.mayWrite)
    return { hindrance: "This is a preview of Switchboard, which never calls anybody. Do it in production." };
  if (!twilio.isStandIn && !isPublicOrigin(origin)) {
    const hindrance = `Twilio cannot reach Switchboard at ${origin}, so it would not know what to do on the call. Set PUBLIC_BASE_URL.`;
    return { hindrance };
  }
  return { client: twilio.client };
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
