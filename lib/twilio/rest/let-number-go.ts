import type { Database } from "@/db/client";
import { getNumberSettings } from "@/db/queries/phone-numbers/number-settings";
import { forgetNumber, markNumberGone, wantSettings } from "@/db/queries/phone-numbers/record-settings";
import { logFault } from "@/lib/log";
import type { TwilioConnection } from "./connection";
import { isBeingLetGo } from "./number-state";
import { findNumberAtTwilio, setVoiceSettings } from "./numbers-at-twilio";
import type { PushRequest } from "./point-number-here";
import type { PushOutcome } from "./push-outcome";
import { TwilioFault } from "./twilio-fault";
import { pointsHere, sameSettings, settingsToRestore } from "./voice-settings";

/**
 * Puts back what stood at Twilio before this app took the number over, only while the number still points at this app, and
 * wants nothing of it from then on. That it is to be let go is recorded first, so that a push that fails stays visible.
 *
 * @throws if there is no such number.
 */
export async function letNumberGo(
  db: Database,
  twilio: TwilioConnection,
  { phoneNumberId, origin, at }: PushRequest,
): Promise<PushOutcome> {
  const number = await getNumberSettings(db, phoneNumberId);
  const { id, twilioSid, settingsWanted } = number;
  if (!settingsWanted) return { outcome: "alreadyDone" };
  if (twilio.isConnected && !twilio.mayWrite) return { outcome: "refusedHere" };
  if (!twilioSid || number.goneSince) {
    await forgetNumber(db, { id });
    return { outcome: twilioSid ? "gone" : "example" };
  }

  if (number.previewOrigin !== null) return { outcome: "atPreview" };

  const target = settingsToRestore(number.settingsBefore);
  const lastWanted = isBeingLetGo(number) ? null : settingsWanted;
  await wantSettings(db, { id, wanted: target, before: target });
  if (!twilio.isConnected) return { outcome: "notConnected" };
  try {
    const standing = await findNumberAtTwilio(twilio.client, twilioSid);
    if (!standing) {
      await markNumberGone(db, { id, at });
      return { outcome: "gone" };
    }
    if (!pointsHere(standing.settings, { origin, wanted: lastWanted })) {
      await forgetNumber(db, { id, confirmed: standing.settings, at });
      // An earlier attempt may have been carried out, though Twilio's answer to it was lost.
      const isDone = isBeingLetGo(number) && sameSettings(standing.settings, target);
      return { outcome: isDone ? "done" : "pointsElsewhere" };
    }
    const { settings } = await setVoiceSettings(twilio.client, twilioSid, target);
    await forgetNumber(db, { id, confirmed: settings, at });
    return { outcome: "done" };
  } catch (error) {
    if (!(error instanceof TwilioFault)) throw error;
    logFault("twilio.letting-go-failed", error, { phoneNumberId: id });
    return { outcome: "failed", fault: error };
  }
}
