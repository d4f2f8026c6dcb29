import type { VoiceSettings } from "@/db/schema";
import { sameSettings } from "./voice-settings";

/** What is known here of a number and of its settings at Twilio. */
export interface KnownSettings {
  /** Null for an example number that no account owns. */
  twilioSid: string | null;
  goneSince: Date | null;
  settingsBefore: VoiceSettings | null;
  settingsWanted: VoiceSettings | null;
  settingsConfirmed: VoiceSettings | null;
  /** Where the calls of a test number go in place of here; null, and left out where it does not matter, for here. */
  previewOrigin?: string | null;
  /** Whether calls to it are meant to come here; where that is not known, what is wanted says it. */
  hasActiveConfiguration?: boolean;
}

export type NumberState =
  /** No account has it: nothing about it can be asked of Twilio. */
  | "example"
  /** The account no longer has it. */
  | "gone"
  /** This app wants nothing of it: whatever stands at Twilio is somebody else's. */
  | "notOurs"
  /** What is wanted has not been done at Twilio yet: a push has failed, or was refused. */
  | "waiting"
  /** It is let go, and the old settings have not been put back yet. */
  | "lettingGo"
  | "inStep"
  /** A test number, and a preview answers its calls. */
  | "atPreview"
  /** Something else stands at Twilio: the number has been changed behind our back. */
  | "drifted";

/** How a number stands, by what Twilio last said of it. */
export function numberState(known: KnownSettings): NumberState {
  const { settingsBefore: before, settingsWanted: wanted, settingsConfirmed: confirmed } = known;
  if (known.goneSince) return "gone";
  if (!known.twilioSid) return "example";
  if (!wanted) return known.hasActiveConfiguration ? "waiting" : "notOurs";
  if (isBeingLetGo(known)) return "lettingGo";
  if (sameSettings(confirmed, wanted)) return known.previewOrigin ? "atPreview" : "inStep";
  // What stood there before we came stands there still.
  const isUntouched = confirmed === null || sameSettings(confirmed, before);
  return isUntouched ? "waiting" : "drifted";
}

/** Once a number is to be let go, what is wanted is what stood there before. */
export const isBeingLetGo = ({
  settingsBefore,
  settingsWanted,
}: Pick<KnownSettings, "settingsBefore" | "settingsWanted">): boolean =>
  settingsWanted !== null && sameSettings(settingsWanted, settingsBefore);
