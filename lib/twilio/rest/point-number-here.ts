import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { getNumberSettings, type NumberSettings } from "@/db/queries/phone-numbers/number-settings";
import { confirmSettings, markNumberGone, wantSettings } from "@/db/queries/phone-numbers/record-settings";
import type { VoiceSettings } from "@/db/schema";
import { logFault } from "@/lib/log";
import type { TwilioConnection } from "./connection";
import { isBeingLetGo, numberState } from "./number-state";
import { findNumberAtTwilio, setVoiceSettings } from "./numbers-at-twilio";
import type { PushOutcome } from "./push-outcome";
import { TwilioFault } from "./twilio-fault";
import { isPublicOrigin, pointsHere, sameSettings, wantedSettings } from "./voice-settings";

export interface PushRequest {
  phoneNumberId: string;
  /** The public origin of this app. */
  origin: string;
  at: Temporal.Instant;
}

/**
 * Points a number at this app. What is wanted is recorded before Twilio is asked, so that a push that fails stays visible;
 * what stood there is remembered, unless it was ours already. Where Twilio has confirmed it before, nothing is sent:
 * swapping the configurations of a number costs no request.
 *
 * @throws if there is no such number.
 */
export async function pointNumberHere(
  db: Database,
  twilio: TwilioConnection,
  { phoneNumberId, origin, at }: PushRequest,
): Promise<PushOutcome> {
  const number = await getNumberSettings(db, phoneNumberId);
  const { id, twilioSid } = number;
  if (!twilioSid) return { outcome: "example" };
  if (number.goneSince) return { outcome: "gone" };
  if (number.previewOrigin !== null) return { outcome: "atPreview" };
  const wanted = wantedSettings(origin, twilio.isConnected ? twilio.externalFallbackUrl : null);
  if (sameSettings(number.settingsWanted, wanted) && sameSettings(number.settingsConfirmed, wanted)) {
    return { outcome: "alreadyDone" };
  }
  if (twilio.isConnected && !twilio.mayWrite) return { outcome: "refusedHere" };
  if (twilio.isConnected && !twilio.isStandIn && !isPublicOrigin(origin))
    return { outcome: "notPublic", origin };

  // Until Twilio has said what stands there, what it last said is the best that can be remembered.
  const lastKnown = settingsBeforeUs(number, number.settingsConfirmed, origin);
  await wantSettings(db, { id, wanted, before: lastKnown });
  if (!twilio.isConnected) return { outcome: "notConnected" };
  try {
    const standing = await findNumberAtTwilio(twilio.client, twilioSid);
    if (!standing) {
      await markNumberGone(db, { id, at });
      return { outcome: "gone" };
    }
    await wantSettings(db, { id, wanted, before: settingsBeforeUs(number, standing.settings, origin) });
    await confirmSettings(db, { id, confirmed: standing.settings, at });
    if (sameSettings(standing.settings, wanted)) return { outcome: "done" };
    const { settings } = await setVoiceSettings(twilio.client, twilioSid, wanted);
    await confirmSettings(db, { id, confirmed: settings, at });
    return { outcome: "done" };
  } catch (error) {
    if (!(error instanceof TwilioFault)) throw error;
    logFault("twilio.pointing-failed", error, { phoneNumberId: id });
    return { outcome: "failed", fault: error };
  }
}

/** What to remember as having stood there before us, where `standing` is what stands there now. */
export function settingsBeforeUs(
  number: NumberSettings,
  standing: VoiceSettings | null,
  origin: string,
): VoiceSettings | null {
  const { settingsBefore, settingsWanted } = number;
  const lastWanted = isBeingLetGo(number) ? null : settingsWanted;
  if (!standing || pointsHere(standing, { origin, wanted: lastWanted })) return settingsBefore;
  // While no push has succeeded yet, what stands there is what was before us, even if it has changed since we looked.
  const isOursNow = lastWanted !== null && numberState(number) !== "waiting";
  return isOursNow ? (settingsBefore ?? standing) : standing;
}
