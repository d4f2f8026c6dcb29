import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { findLineOfMessage } from "@/db/queries/lost-messages/find-line-of-message";
import { listCallsFrom } from "@/lib/twilio/rest/calls-at-twilio";
import type { TwilioClient } from "@/lib/twilio/rest/connection";
import { listRecordingsOfCalls } from "@/lib/twilio/rest/recordings-at-twilio";
import { longestLostHours } from "./keep-lost-messages";

/**
 * Twilio's sids of whatever somebody has said on their calls to our numbers, in the time in which lost messages are looked
 * for: known here or not. Once these are deleted there is nothing that could be found, and bring the caller back.
 *
 * @throws TwilioFault
 */
export async function listLostRecordingsOf(
  db: Database,
  client: TwilioClient,
  { number, at }: { number: string; at: Temporal.Instant },
): Promise<string[]> {
  const since = at.subtract({ hours: longestLostHours });
  const callSids: string[] = [];
  for (const call of await listCallsFrom(client, { from: number, since })) {
    // What else the account is used for is none of ours to delete.
    if (await findLineOfMessage(db, call)) callSids.push(call.callSid);
  }
  return callSids.length === 0 ? [] : listRecordingsOfCalls(client, { callSids, since });
}
