import { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import {
  claimTextBack,
  listMissedCallers,
  type MissedCaller,
  recordTextBack,
} from "@/db/queries/notices/text-backs";
import { logFault } from "@/lib/log";
import { insist } from "@/lib/notices/insist";
import type { Settings } from "@/lib/settings-schema";
import { canBeTexted } from "@/lib/text-message/can-be-texted";
import { textStatusUrl } from "@/lib/text-message/delivery";
import { sendText } from "@/lib/text-message/send-text";
import { findEndOfLastLeg } from "@/lib/twilio/rest/calls-at-twilio";
import { connectToTwilio } from "@/lib/twilio/rest/connection";
import { wasRecordedAtTwilio } from "@/lib/twilio/rest/recordings-at-twilio";

/** By then all that Twilio tells of a call has been told, in whatever order: its end, its rings, its recording. */
const settledMinutes = 2;
/** A text that comes later than this is worse than none. */
const latestMinutes = 60;
/** At a time: each is asked about at Twilio, and the newest call comes first. */
const mostCallers = 20;

interface TextingBack {
  origin: string;
  settings: Settings;
}

/**
 * Texts the callers who have reached nobody, each once a day. It is tried once, and what became of it stands on the call's
 * page. Whether they reached somebody after all is asked of Twilio.
 */
export async function textBackMissedCallers(
  db: Database,
  at: Temporal.Instant,
  texting: TextingBack,
): Promise<void> {
  const ended = {
    from: at.subtract({ minutes: latestMinutes }),
    to: at.subtract({ minutes: settledMinutes }),
  };
  const missed = await listMissedCallers(db, ended, mostCallers);
  for (const caller of missed) {
    if (canBeTexted(caller.number) && !(await textBack(db, caller, texting))) return;
  }
}

/** Answers whether to go on: with a Twilio that does not answer each more would cost its time limit. */
async function textBack(
  db: Database,
  caller: MissedCaller,
  { origin, settings }: TextingBack,
): Promise<boolean> {
  const { callSid, from, number, text } = caller;
  try {
    if (await hasReachedSomebody(caller, settings)) return true;
    if (!(await claimTextBack(db, caller))) return true;
    const outcome = await sendText(
      { from, to: number, text, statusUrl: textStatusUrl(origin, { kind: "back", callSid }) },
      settings,
    );
    const failure = outcome.kind === "sent" ? null : outcome.why;
    await insist(() => recordTextBack(db, caller, { at: Temporal.Now.instant(), failure }));
    return true;
  } catch (error) {
    // Where Twilio did not answer it is asked the next time: nothing has been claimed.
    logFault("textBack.failed", error, { callSid });
    return false;
  }
}

/** A refusal is told as soon as the phone is let go: one that was hung up later than that was another. */
const toldSeconds = 5;

/**
 * Whether the caller has left a message after all, or may have been talked to: both are known at Twilio, also where nothing
 * could be kept of it here. A phone that was picked up, and of which nobody has told how it ended, may have been the one.
 *
 * @throws TwilioFault where Twilio cannot be asked: then nobody is told that they were missed.
 */
async function hasReachedSomebody(
  { callSid, spokenNameUrl, refusedAt }: MissedCaller,
  settings: Settings,
): Promise<boolean> {
  const twilio = connectToTwilio(settings);
  if (!twilio.isConnected) return false;
  const name = /RE[0-9a-f]{32}/.exec(spokenNameUrl ?? "")?.[0];
  if (await wasRecordedAtTwilio(twilio.client, callSid, name === undefined ? [] : [name])) return true;
  const hungUpAt = await findEndOfLastLeg(twilio.client, callSid);
  if (hungUpAt === null) return false;
  return refusedAt === null || refusedAt.until(hungUpAt).total("seconds") > toldSeconds;
}
