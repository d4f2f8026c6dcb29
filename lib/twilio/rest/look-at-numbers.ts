import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { type InWords, recordActivity } from "@/db/queries/activity/record-activity";
import { logFault } from "@/lib/log";
import type { TwilioConnection } from "./connection";
import { countsInWords } from "./counts-in-words";
import { faultInWords } from "./fault-in-words";
import { isNews, type SynchronisationCounts, synchroniseNumbers } from "./synchronise";
import { TwilioFault } from "./twilio-fault";

export type NumbersLook =
  | { kind: "notConnected" }
  | { kind: "looked"; counts: SynchronisationCounts }
  | { kind: "failed"; fault: TwilioFault };

/**
 * Asks Twilio how all numbers stand and changes none of them there, so that one that was changed behind our back is seen
 * before somebody misses a call. What is new is put on record, and so is a Twilio that could not be asked.
 */
export async function lookAtNumbers(
  db: Database,
  twilio: TwilioConnection,
  at: Temporal.Instant,
): Promise<NumbersLook> {
  if (!twilio.isConnected) return { kind: "notConnected" };
  try {
    const counts = await synchroniseNumbers(db, twilio.client, { at });
    if (isNews(counts)) await record(db, countsInWords(counts));
    return { kind: "looked", counts };
  } catch (error) {
    if (!(error instanceof TwilioFault)) throw error;
    logFault("twilio.nightly-look-failed", error);
    await record(db, faultInWords(error, { notDone: "The numbers are shown as Twilio last told them." }));
    return { kind: "failed", fault: error };
  }
}

async function record(db: Database, found: string): Promise<void> {
  const after: InWords = { "At Twilio": found };
  for (const statement of recordActivity(db, {
    staff: null,
    verb: "lookAtNumbers",
    subject: "phoneNumber",
    subjectId: "all",
    subjectName: "All phone numbers",
    before: null,
    after,
  })) {
    await statement;
  }
}
