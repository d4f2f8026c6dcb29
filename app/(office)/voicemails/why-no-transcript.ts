import { Temporal } from "temporal-polyfill";
import type { Voicemail } from "@/db/queries/voicemails/find-voicemail";
import { transcribedSeconds } from "@/lib/call/transcript";

/** Twilio takes a few minutes; after so many nothing will come any more. */
const mostMinutes = 60;

type Facts = Pick<Voicemail, "transcription" | "isTranscribed" | "action" | "durationSeconds" | "leftAt">;

/** Why a voicemail has no transcript. */
export function whyNoTranscript(voicemail: Facts, now: Temporal.Instant): string {
  const { transcription, isTranscribed, action, durationSeconds, leftAt } = voicemail;
  if (transcription === "") return "Twilio could not make out what was said.";
  if (!isTranscribed) {
    return action
      ? `“${action.name}” does not have messages written down. You can turn that on in the action.`
      : "The action that took this message has been deleted, and nothing was written down.";
  }
  if (durationSeconds > transcribedSeconds.most) {
    return `Twilio writes down messages of up to ${transcribedSeconds.most} seconds; this one is longer.`;
  }
  if (durationSeconds < transcribedSeconds.least) return "The message is too short to be written down.";
  return Temporal.Instant.compare(leftAt.add({ minutes: mostMinutes }), now) > 0
    ? "Twilio is writing it down; that takes a few minutes."
    : "Twilio has not sent a transcript.";
}
