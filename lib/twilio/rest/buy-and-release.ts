import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { forgetNumber, markNumberGone } from "@/db/queries/phone-numbers/record-settings";
import { listKeptNumbers, recordSynchronisation } from "@/db/queries/phone-numbers/synchronise-numbers";
import type { TwilioClient } from "./connection";
import { type NumberAtTwilio, releaseNumberAtTwilio } from "./numbers-at-twilio";
import { planSynchronisation } from "./plan-synchronisation";

/** Takes a number in that the account has just bought. */
export async function takeIn(db: Database, bought: NumberAtTwilio, at: Temporal.Instant): Promise<void> {
  const plan = planSynchronisation(await listKeptNumbers(db), [bought]);
  // It is one number that was told of, not the whole account: none is gone for want of being in it.
  await recordSynchronisation(db, { plan: { ...plan, gone: [] }, at });
}

/**
 * Gives a number back to Twilio. What was kept of it stays here as gone, until somebody deletes it.
 *
 * @throws TwilioFault, in which `mayBeDone` says whether it may be gone all the same.
 */
export async function releaseAndRecord(
  db: Database,
  client: TwilioClient,
  { id, twilioSid, at }: { id: string; twilioSid: string; at: Temporal.Instant },
): Promise<void> {
  await releaseNumberAtTwilio(client, twilioSid);
  await markNumberGone(db, { id, at });
  await forgetNumber(db, { id });
}
