import { Temporal } from "temporal-polyfill";
import { sayAndGo } from "@/app/_mutations/say-and-go";
import { twilioHere } from "@/app/_twilio/twilio-here";
import type { Database } from "@/db/client";
import { findActiveConfiguration } from "@/db/queries/configurations/find-active-configuration";
import { letNumberGo } from "@/lib/twilio/rest/let-number-go";
import { pointNumberHere } from "@/lib/twilio/rest/point-number-here";
import { outcomeInWords } from "@/lib/twilio/rest/push-outcome";
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
 * @throws a redirect when Twilio failed, to a page that goes on saying what was and was not done.
 */
export async function tellTwilio(db: Database, { phoneNumberId, said }: Saved): Promise<string> {
  const { twilio, origin } = await twilioHere();
  const active = await findActiveConfiguration(db, phoneNumberId);
  const push = active ? pointNumberHere : letNumberGo;
  const outcome = await push(db, twilio, { phoneNumberId, origin, at: Temporal.Now.instant() });
  if (outcome.outcome === "failed") {
    return sayAndGo(`${said} Twilio does not follow yet.`, unsettledPath(phoneNumberId, outcome.fault));
  }
  const words = outcomeInWords(outcome, active ? "pointing" : "lettingGo");
  return words ? `${said} ${words}` : said;
}
