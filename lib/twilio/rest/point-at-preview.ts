import type { Database } from "@/db/client";
import { getNumberSettings } from "@/db/queries/phone-numbers/number-settings";
import { forgetNumber, markNumberGone, recordPreview } from "@/db/queries/phone-numbers/record-settings";
import type { VoiceSettings } from "@/db/schema";
import { logFault } from "@/lib/log";
import type { TwilioConnection } from "./connection";
import { findNumberAtTwilio, setVoiceSettings } from "./numbers-at-twilio";
import { type PushRequest, settingsBeforeUs } from "./point-number-here";
import { isSetToPreview, previewSettings } from "./preview-address";
import type { PushOutcome } from "./push-outcome";
import { TwilioFault } from "./twilio-fault";
import { isPublicOrigin, pointsHere, settingsToRestore, wantedSettings } from "./voice-settings";

interface PreviewRequest extends PushRequest {
  previewOrigin: string;
  /** Of "Protection Bypass for Automation"; null where previews are not protected. */
  bypassSecret: string | null;
}

/**
 * Points a test number at a preview. Here nothing is recorded until Twilio has done it: a preview is a passing thing, and
 * one that could not be had is not wanted any longer.
 *
 * @throws if there is no such number, or it is no test number.
 */
export async function pointAtPreview(
  db: Database,
  twilio: TwilioConnection,
  { phoneNumberId: id, previewOrigin, bypassSecret, origin, at }: PreviewRequest,
): Promise<PushOutcome> {
  const number = await getNumberSettings(db, id);
  if (!number.isTestNumber) throw new Error(`${id} is no test number.`);
  const can = await standingOf(db, twilio, { ...number, at });
  if ("outcome" in can) return can;
  try {
    const { client, standing } = can;
    const wanted = previewSettings(previewOrigin, bypassSecret);
    const { settings } = await setVoiceSettings(client, can.twilioSid, wanted);
    const before = settingsBeforeUs(number, beforePreviews(standing, number.settingsConfirmed), origin);
    await recordPreview(db, { id, previewOrigin, wanted, before, confirmed: settings, at });
    return { outcome: "done" };
  } catch (error) {
    return failed(error, id);
  }
}

/**
 * Takes a number back from a preview: to here, where an active configuration answers it, and otherwise to what stood there
 * before. One that has been pointed elsewhere meanwhile, and that nothing here answers, is left alone.
 *
 * @throws if there is no such number.
 */
export async function takeBackFromPreview(
  db: Database,
  twilio: TwilioConnection,
  { phoneNumberId: id, isAnswered, origin, at }: PushRequest & { isAnswered: boolean },
): Promise<PushOutcome> {
  const number = await getNumberSettings(db, id);
  if (number.previewOrigin === null) return { outcome: "alreadyDone" };
  const can = await standingOf(db, twilio, { ...number, at });
  if ("outcome" in can) return can;
  if (isAnswered && !can.isStandIn && !isPublicOrigin(origin)) return { outcome: "notPublic", origin };
  try {
    const { client, standing, twilioSid } = can;
    if (isAnswered) {
      const wanted = wantedSettings(origin, can.externalFallbackUrl);
      const { settings } = await setVoiceSettings(client, twilioSid, wanted);
      const before = settingsBeforeUs(number, standing, origin);
      await recordPreview(db, { id, previewOrigin: null, wanted, before, confirmed: settings, at });
      return { outcome: "done" };
    }
    if (!pointsHere(standing, { origin, wanted: number.settingsWanted })) {
      await forgetNumber(db, { id, confirmed: standing, at });
      return { outcome: "pointsElsewhere" };
    }
    const { settings } = await setVoiceSettings(client, twilioSid, settingsToRestore(number.settingsBefore));
    await forgetNumber(db, { id, confirmed: settings, at });
    return { outcome: "done" };
  } catch (error) {
    return failed(error, id);
  }
}

/**
 * What stood at Twilio before any preview did, as far as is known. An earlier try may have reached Twilio and its answer
 * been lost: then a preview stands there that nothing here remembers, and taking the number back must not restore it.
 */
const beforePreviews = (...lastFirst: (VoiceSettings | null)[]): VoiceSettings | null =>
  lastFirst.find((settings) => settings && !isSetToPreview(settings)) ?? null;

type Writable = Extract<TwilioConnection, { isConnected: true }> & {
  twilioSid: string;
  /** What stands at Twilio for the number now. */
  standing: VoiceSettings;
};

/** What a write needs, or why there can be none. */
async function standingOf(
  db: Database,
  twilio: TwilioConnection,
  {
    id,
    twilioSid,
    goneSince,
    at,
  }: Pick<Awaited<ReturnType<typeof getNumberSettings>>, "id" | "twilioSid" | "goneSince"> &
    Pick<PushRequest, "at">,
): Promise<Writable | PushOutcome> {
  if (!twilioSid) return { outcome: "example" };
  if (goneSince) return { outcome: "gone" };
  if (!twilio.isConnected) return { outcome: "notConnected" };
  if (!twilio.mayWrite) return { outcome: "refusedHere" };
  try {
    const found = await findNumberAtTwilio(twilio.client, twilioSid);
    if (found) return { ...twilio, twilioSid, standing: found.settings };
    await markNumberGone(db, { id, at });
    return { outcome: "gone" };
  } catch (error) {
    return failed(error, id);
  }
}

function failed(error: unknown, phoneNumberId: string): PushOutcome {
  if (!(error instanceof TwilioFault)) throw error;
  logFault("twilio.preview-failed", error, { phoneNumberId });
  return { outcome: "failed", fault: error };
}
