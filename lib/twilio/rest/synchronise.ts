import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { listKeptNumbers, recordSynchronisation } from "@/db/queries/phone-numbers/synchronise-numbers";
import type { TwilioClient } from "./connection";
import { listNumbersAtTwilio } from "./numbers-at-twilio";
import { planSynchronisation } from "./plan-synchronisation";

/** How many numbers there are in the account, and how many of them are now known to be otherwise than before. */
export interface SynchronisationCounts {
  total: number;
  added: number;
  changed: number;
  gone: number;
  /** Had been gone, and are there again. */
  back: number;
  /** Changed at Twilio behind our back: they do not do what is wanted of them. */
  drifted: number;
}

/** Whether anything is otherwise than it was known to be. */
export const isNews = ({ added, changed, gone, back }: SynchronisationCounts): boolean =>
  added + changed + gone + back > 0;

/**
 * Asks Twilio for all numbers of the account, and then records what it said, all of it or nothing.
 *
 * @throws TwilioFault, with nothing recorded.
 */
export async function synchroniseNumbers(
  db: Database,
  client: TwilioClient,
  { at, pageSize }: { at: Temporal.Instant; pageSize?: number },
): Promise<SynchronisationCounts> {
  const atTwilio = await listNumbersAtTwilio(client, pageSize);
  const plan = planSynchronisation(await listKeptNumbers(db), atTwilio);
  await recordSynchronisation(db, { plan, at });
  const count = (is: "isChanged" | "isBack" | "isDrifted") => plan.found.filter((one) => one[is]).length;
  return {
    total: atTwilio.length,
    added: plan.added.length,
    changed: count("isChanged"),
    gone: plan.gone.length,
    back: count("isBack"),
    drifted: count("isDrifted"),
  };
}
