import type { Temporal } from "temporal-polyfill";
import { isUuid } from "@/lib/uuid";
import type { CallEvent, LeftVoicemail } from "./step-answer";

/**
 * What came of a call, for whoever looks at the log. In rising order: of two that are known of one call the later one
 * holds, so that a call that was missed at one phone and taken at the next was answered.
 */
export const callResults = ["told", "missed", "voicemail", "answered", "rejected"] as const;

export type CallResult = (typeof callResults)[number];

/** What one step says came of its call, or null when it says nothing: a call that goes on may still become anything. */
export function resultOfStep({
  event: { kind, detail },
  voicemail,
  degradedTo,
}: {
  event: Pick<CallEvent, "kind" | "detail">;
  voicemail?: LeftVoicemail | undefined;
  degradedTo: string | null;
}): CallResult | null {
  if (kind === "reject") return "rejected";
  if (detail.isTaken === true) return "answered";
  if (voicemail) return "voicemail";
  // Somebody was asked, or a phone rang; and of the fallback number nobody has told yet that it was taken.
  const wasRung = kind === "screen" || detail.isTaken === false || degradedTo === "fallbackNumber";
  return wasRung ? "missed" : null;
}

/** Who took a call, and since when. */
export interface CallAnswer {
  at: Temporal.Instant;
  personId: string | null;
  /** Their name, or the number that took it; null when nobody has told. */
  name: string | null;
  knownFrom: "screened" | "afterDial";
}

/**
 * The answer that a step tells of, or null. The end of a `<Dial>` comes when the talk is over: when it began is reckoned
 * back by DialCallDuration, which counts from when the phone was picked up.
 */
export function answerOfStep(
  event: Pick<CallEvent, "kind" | "detail">,
  at: Temporal.Instant,
): CallAnswer | null {
  const { kind, detail } = event;
  if (detail.isTaken !== true) return null;
  const who = { personId: personIdOf(event), name: textOf(detail.name) ?? textOf(detail.number) };
  if (kind === "screened") return { ...who, at, knownFrom: "screened" };
  const seconds = typeof detail.durationSeconds === "number" ? detail.durationSeconds : 0;
  return { ...who, at: at.subtract({ seconds }), knownFrom: "afterDial" };
}

/** The person whose phone a step is about. */
export function personIdOf({ detail }: Pick<CallEvent, "detail">): string | null {
  const id = textOf(detail.personId);
  return id !== null && isUuid(id) ? id : null;
}

/** The people whose phones a step says were rung, in the order of their ids. */
export function rungIdsOf(event: Pick<CallEvent, "detail">): string[] {
  const own = personIdOf(event);
  const others = (textOf(event.detail.rangIds) ?? "").split(",").filter(isUuid);
  return [...new Set([...(own === null ? [] : [own]), ...others])].sort();
}

const textOf = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

/**
 * What the end of a call says came of it, when nothing else does. Source: Twilio, "Call resource", CallStatus values:
 * an incoming call is busy where `<Reject>` made it so, and unanswered where the caller gave up while it rang.
 */
export function resultOfStatus(status: string): CallResult | null {
  switch (status) {
    case "completed":
      return "told";
    case "busy":
      return "rejected";
    case "no-answer":
    case "canceled":
    case "failed":
      return "missed";
    default:
      return null;
  }
}

/** Twilio's CallStatus values in the order in which a call takes them. Those after "in-progress" are final. */
export const callStatuses: readonly string[] = [
  "queued",
  "initiated",
  "ringing",
  "in-progress",
  "canceled",
  "no-answer",
  "failed",
  "busy",
  "completed",
];

export const isFinalStatus = (status: string): boolean =>
  callStatuses.indexOf(status) > callStatuses.indexOf("in-progress");
