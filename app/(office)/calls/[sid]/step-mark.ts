import { formatPhoneNumber } from "@/app/_format/phone-number";
import type { ToldPhone, ToldStep } from "@/db/queries/calls/find-call";

/** What a step came to, in a word or two, and how it is coloured. */
export interface StepMark {
  words: string;
  color: "success" | "danger" | "warning" | "accent" | "default";
}

/** The mark of a step, or null for one whose own words say all. */
export function stepMark({ kind, detail }: Pick<ToldStep, "kind" | "detail">): StepMark | null {
  if (kind === "fallback") return { words: "Fallback", color: "warning" };
  if (kind === "reject") return { words: "Turned away", color: "default" };
  if (detail.isTaken === true) return { words: "Answered", color: "success" };
  if (detail.isTaken === false) {
    return kind === "screened"
      ? { words: "Refused", color: "danger" }
      : { words: "Not answered", color: "danger" };
  }
  if (kind === "screen") return { words: "Asked", color: "default" };
  if (kind === "menu" && typeof detail.digits === "string" && detail.digits !== "") {
    return { words: `Key ${detail.digits}`, color: "accent" };
  }
  if (kind === "after-record" && detail.recordingSid) return { words: "Message", color: "accent" };
  return null;
}

/**
 * Whose phones rang at a step without a word from anybody; whoever picked up has a step of their own. Of several phones
 * Twilio tells one status, so that busy and out of reach are said of the ring and not of each.
 */
export function rangInWords({ detail: { rang, isTaken, status } }: Pick<ToldStep, "detail">): string | null {
  if (typeof rang !== "string") return null;
  if (isTaken === true) return `Rang too: ${rang}`;
  if (status === "busy" || status === "failed") return `Tried: ${rang}`;
  return status === "canceled" ? `Rang: ${rang}` : `Rang, no answer: ${rang}`;
}

/** Which of somebody's phones a step was about: by its label, as long as it is theirs. */
export const phoneInWords = ({ number, label }: ToldPhone, country: string): string =>
  label === null
    ? `On ${formatPhoneNumber(number, country)}`
    : `On ${label}, ${formatPhoneNumber(number, country)}`;

const statusWords: Readonly<Record<string, string>> = {
  queued: "On its way",
  initiated: "On its way",
  ringing: "Ringing",
  "in-progress": "Going on",
  completed: "Ended as usual",
  busy: "The caller heard that the line is busy",
  "no-answer": "The caller hung up before it was answered",
  canceled: "The caller hung up before it was answered",
  failed: "The connection failed",
};

/** Twilio's CallStatus in words; one that is not known as it stands. */
export const statusInWords = (status: string): string => statusWords[status] ?? status;
