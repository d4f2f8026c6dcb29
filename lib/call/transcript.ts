import type { CallAction } from "./setup";
import type { Step } from "./step";
import { type CallEvent, stepEvent } from "./step-answer";

/** What Twilio made of a message. Source: Twilio, "TwiML Voice: Record", transcribeCallback. */
export interface Transcript {
  /** Of the text itself, which Twilio keeps too; null where it names none. */
  transcriptionSid: string | null;
  recordingSid: string;
  recordingUrl: string;
  /** Empty where Twilio could not make it out. */
  text: string;
}

/** Null where Twilio names no recording. */
export function transcriptFrom(parameters: URLSearchParams): Transcript | null {
  const recordingUrl = parameters.get("RecordingUrl") ?? "";
  const recordingSid = /RE[0-9a-f]{32}/.exec(parameters.get("RecordingSid") ?? recordingUrl)?.[0];
  if (!recordingSid || !/^https?:\/\//.test(recordingUrl)) return null;
  const isDone = parameters.get("TranscriptionStatus") === "completed";
  const transcriptionSid = parameters.get("TranscriptionSid") ?? "";
  return {
    transcriptionSid: /^TR[0-9a-f]{32}$/.test(transcriptionSid) ? transcriptionSid : null,
    recordingSid,
    recordingUrl,
    text: isDone ? (parameters.get("TranscriptionText") ?? "").trim() : "",
  };
}

/** What the log says of it: once done, however often told; a failure first and a text later are two lines. */
export function writtenDown(
  step: Step,
  { recordingSid, text }: Transcript,
  action: CallAction | null,
): CallEvent {
  const words = text ? "The message was written down" : "Twilio could not write the message down";
  return {
    ...stepEvent(step, action, words, { recordingSid }),
    stepKey: `${text ? "transcript" : "no-transcript"}:${recordingSid}`,
  };
}

/** Seconds that a message may last to be written down. Source: Twilio, "TwiML Voice: Record", transcribe. */
export const transcribedSeconds = { least: 2, most: 120 } as const;
