import { setTimeout as wait } from "node:timers/promises";
import { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { claimTextBack, findMissedCaller, recordTextBack } from "@/db/queries/notices/text-backs";
import { logFault } from "@/lib/log";
import type { Settings } from "@/lib/settings-schema";
import { canBeTexted } from "@/lib/text-message/can-be-texted";
import { textStatusUrl } from "@/lib/text-message/delivery";
import { sendText } from "@/lib/text-message/send-text";

/**
 * Twilio tells of the end of a call, of a ring and of a recording in any order, each within a moment of the others: who
 * has talked to somebody, or left a message, should not be told that nobody was there.
 */
const settleMilliseconds = 4000;

/**
 * Texts a caller who has reached nobody, once a day. It is tried once: a text that comes an hour late is worse than none,
 * and what became of it stands on the call's page.
 */
export async function textBack(
  db: Database,
  callSid: string,
  { origin, settings }: { origin: string; settings: Settings },
): Promise<void> {
  try {
    await wait(settleMilliseconds);
    const missed = await findMissedCaller(db, callSid);
    if (!missed || !canBeTexted(missed.number) || !(await claimTextBack(db, missed))) return;
    const { from, number, text } = missed;
    const outcome = await sendText(
      { from, to: number, text, statusUrl: textStatusUrl(origin, { kind: "back", callSid }) },
      settings,
    );
    const failure = outcome.kind === "sent" ? null : outcome.why;
    await recordTextBack(db, missed, { at: Temporal.Now.instant(), failure });
  } catch (error) {
    logFault("textBack.failed", error, { callSid });
  }
}
