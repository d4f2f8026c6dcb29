import type { Temporal } from "temporal-polyfill";
import type { ListedCall } from "@/db/queries/calls/list-calls";
import type { CallResult } from "@/lib/call/call-result";

export const resultWords: Record<CallResult, string> = {
  answered: "Answered",
  voicemail: "Left a message",
  missed: "Missed",
  told: "Heard a text",
  rejected: "Turned away",
};

/** What a call's result is shown from. */
export type ResultOf = Pick<ListedCall, "result" | "endedAt" | "receivedAt">;

/** Longer than this nobody's call to an office lasts: its end was not told to us. */
const mostHours = 4;

/**
 * What came of a call as it stands now: while it goes on, one that a first phone has missed may still be taken by the
 * next. Null for a call of which nobody has told what came of it.
 */
export function resultNow(
  { result, endedAt, receivedAt }: ResultOf,
  now: Temporal.Instant,
): CallResult | "goingOn" | null {
  const mayGoOn = endedAt === null && now.since(receivedAt).total("hours") < mostHours;
  if (mayGoOn && (result === null || result === "missed")) return "goingOn";
  return result;
}

export function resultInWords(call: ResultOf, now: Temporal.Instant): string {
  const result = resultNow(call, now);
  if (result === "goingOn") return "Going on";
  return result === null ? "Not known" : resultWords[result];
}
