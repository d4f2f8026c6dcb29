import type { Route } from "next";
import { Temporal } from "temporal-polyfill";
import { logWithReference } from "@/app/_faults/log-with-reference";
import { sayAndGo } from "@/app/_mutations/say-and-go";
import { twilioHere } from "@/app/_twilio/twilio-here";
import type { Database } from "@/db/client";
import { findActiveConfiguration } from "@/db/queries/configurations/find-active-configuration";
import { letNumberGo } from "@/lib/twilio/rest/let-number-go";
import { pointNumberHere } from "@/lib/twilio/rest/point-number-here";
import { outcomeInWords, type PushOutcome } from "@/lib/twilio/rest/push-outcome";
import { unsettledPath } from "./unsettled-path";

interface Saved {
  phoneNumberId: string;
  /** What has been saved, in a sentence. */
  said: string;
}

/**
 * Tells Twilio what the database, which has been saved, now wants of a number: to point here while a configuration of it
 * is active, to be let go otherwise. Answers what was saved and what Twilio did.
 *
 * @throws a redirect when Twilio failed, to a page that goes on saying what was and was not done; and when the database did
 *   by now, to the number's own, which knows how it stands and can try again.
 */
export async function tellTwilio(db: Database, { phoneNumberId, said }: Saved): Promise<string> {
  const { isAnswered, outcome } = await push(db, phoneNumberId).catch((error: unknown) => {
    // Saving is over: to be asked to do it again would be wrong.
    const reference = logWithReference("configuration.twilio-not-told", error, { phoneNumberId });
    const words = `Something went wrong on our side and Twilio may not have been told. See here how the number stands. Reference: ${reference}`;
    return sayAndGo(`${said} ${words}`, `/phone-numbers/${phoneNumberId}` as Route);
  });
  if (outcome.outcome === "failed") {
    return sayAndGo(`${said} Twilio does not follow yet.`, unsettledPath(phoneNumberId, outcome.fault));
  }
  const words = outcomeInWords(outcome, isAnswered ? "pointing" : "lettingGo");
  return words ? `${said} ${words}` : said;
}

async function push(
  db: Database,
  phoneNumberId: string,
): Promise<{ isAnswered: boolean; outcome: PushOutcome }> {
  const { twilio, origin } = await twilioHere();
  const isAnswered = (await findActiveConfiguration(db, phoneNumberId)) !== null;
  const tell = isAnswered ? pointNumberHere : letNumberGo;
  const outcome = await tell(db, twilio, { phoneNumberId, origin, at: Temporal.Now.instant() });
  return { isAnswered, outcome };
}
