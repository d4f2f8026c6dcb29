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
 * page. Whether a message was left is asked of Twilio, which knows it even where nothing could be kept of it here.
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
    if ((await hasLeftMessage(caller, settings)) || !(await claimTextBack(db, caller))) return true;
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

/** @throws TwilioFault where Twilio cannot be asked: then nobody is told that they were missed. */
async function hasLeftMessage(
  { callSid, spokenNameUrl }: MissedCaller,
  settings: Settings,
): Promise<boolean> {
  const twilio = connectToTwilio(settings);
  if (!twilio.isConnected) return false;
  const name = /RE[0-9a-f]{32}/.exec(spokenNameUrl ?? "")?.[0];
  return wasRecordedAtTwilio(twilio.client, callSid, name === undefined ? [] : [name]);
}
