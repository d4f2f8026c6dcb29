import type { Settings } from "../settings-schema";
import { connectToTwilio } from "../twilio/rest/connection";
import { faultInWords } from "../twilio/rest/fault-in-words";
import { asked } from "../twilio/rest/numbers-at-twilio";
import { TwilioFault } from "../twilio/rest/twilio-fault";
import { isPublicOrigin } from "../twilio/rest/voice-settings";

export interface TextMessage {
  /** A number of ours that can text, E.164. */
  from: string;
  /** E.164. */
  to: string;
  text: string;
  /** Where Twilio tells what became of it. */
  statusUrl: string;
}

/** What came of a text or an e-mail, for whoever looks at it later. */
export type SendingOutcome =
  | { kind: "sent" }
  | {
      kind: "failed";
      /** Whether another attempt would end in the same way. */
      isFinal: boolean;
      /** Nobody knows whether it was sent all the same: another attempt might send it twice. */
      isUnsure?: boolean;
      why: string;
    };

/**
 * Hands a text to Twilio. Never throws for a Twilio that is away, slow or unwilling. A deployment that may write nothing
 * to Twilio is held back where every request to it passes: see `RequestClient`.
 */
export async function sendText(
  { from, to, text, statusUrl }: TextMessage,
  settings: Settings,
): Promise<SendingOutcome> {
  const twilio = connectToTwilio(settings);
  if (!twilio.isConnected) {
    return { kind: "failed", isFinal: true, why: "Twilio is not connected here, so no texts are sent." };
  }
  try {
    // An address that nobody can reach is refused, and the text with it: error 21609.
    const canBeTold = twilio.isStandIn || isPublicOrigin(new URL(statusUrl).origin);
    await asked(() =>
      twilio.client.messages.create({
        from,
        to,
        body: text,
        ...(canBeTold && { statusCallback: statusUrl }),
      }),
    );
    return { kind: "sent" };
  } catch (error) {
    if (!(error instanceof TwilioFault)) throw error;
    if (error.kind === "refusedHere") {
      return { kind: "failed", isFinal: true, why: "This is a preview, which sends no texts." };
    }
    const why = faultInWords(error, {
      notDone: "The text was not sent.",
      unsure: "Nobody knows whether the text was sent.",
      isByItself: true,
    });
    return { kind: "failed", isFinal: isFinal(error), isUnsure: mayHaveGone(error), why };
  }
}

/** What Twilio refuses it refuses again, unless there were too many requests, or the credentials are at fault. */
const isFinal = ({ kind, status }: TwilioFault): boolean =>
  kind === "refused" && status !== 429 && status !== 401;

/** A 503 says that Twilio took nothing on just now. Source: RFC 9110, 15.6.4. */
const mayHaveGone = ({ mayBeDone, status }: TwilioFault): boolean => mayBeDone && status !== 503;
