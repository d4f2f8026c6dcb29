import { Temporal } from "temporal-polyfill";
import type { Settings } from "@/lib/settings-schema";
import { connectToTwilio } from "./connection";
import { listNumbersAtTwilio, type NumberAtTwilio } from "./numbers-at-twilio";
import { TwilioFault } from "./twilio-fault";

const mostMilliseconds = 8000;

export type AccountAnswer =
  | { kind: "notConnected" }
  | {
      kind: "answered";
      numbers: NumberAtTwilio[];
      /** Twilio's clock, in whole seconds, and when it was read here; null where its answer had no Date. */
      clock: { said: Temporal.Instant; readAt: Temporal.Instant } | null;
    }
  | { kind: "failed"; fault: TwilioFault };

/** Asks Twilio for the account's numbers, to see whether it takes our credentials: what stands here is left alone. */
export async function askAccount(settings: Settings): Promise<AccountAnswer> {
  // A connection of its own, whose last response is therefore the answer to this.
  const twilio = connectToTwilio(settings, mostMilliseconds);
  if (!twilio.isConnected) return { kind: "notConnected" };
  try {
    const numbers = await listNumbersAtTwilio(twilio.client);
    const readAt = Temporal.Now.instant();
    const milliseconds = Date.parse(String(twilio.client.httpClient.lastResponse?.headers?.date));
    const said = Number.isNaN(milliseconds) ? null : Temporal.Instant.fromEpochMilliseconds(milliseconds);
    return { kind: "answered", numbers, clock: said && { said, readAt } };
  } catch (error) {
    if (!(error instanceof TwilioFault)) throw error;
    return { kind: "failed", fault: error };
  }
}
