import type { Temporal } from "temporal-polyfill";
import { instantInWords } from "@/app/_format/instant-in-words";
import { nextRecordingChange, recordingAt } from "@/lib/call/recording-at";
import type { GreetingRecording } from "@/lib/call/setup";

interface Here {
  now: Temporal.Instant;
  /** The firm's. */
  timeZone: string;
  locale: string;
}

/** What callers are played now and until when, in one line: "“Christmas”, until Sun, Dec 27, 9:00 AM GMT". */
export function playedNow(recordings: readonly GreetingRecording[], { now, timeZone, locale }: Here): string {
  const recording = recordingAt(recordings, now);
  const change = nextRecordingChange(recordings, now);
  const until = change ? `, until ${instantInWords(change, { now, timeZone, locale })}` : "";
  return `${calledNow(recording)}${until}`;
}

function calledNow(recording: GreetingRecording | null): string {
  if (!recording) return "Nothing: the text of the action is spoken";
  return recording.label ? `“${recording.label}”` : "The standing recording";
}
