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
  // Whoever pressed 1 meant to take it; whether they were the one is told by the end of the ring.
  if (detail.isTaken === true) return kind === "screened" ? null : { words: "Answered", color: "success" };
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
export function rangInWords({
  detail: { rang: names, isTaken, status },
  rangPhones,
}: Pick<ToldStep, "detail" | "rangPhones">): string | null {
  if (typeof names !== "string") return null;
  const rang = withLabels(names, rangPhones);
  if (isTaken === true) return `Rang too: ${rang}`;
  if (status === "busy" || status === "failed") return `Tried: ${rang}`;
  return status === "canceled" ? `Rang: ${rang}` : `Rang, no answer: ${rang}`;
}

/** "Ana (Mobile, Desk), Ben". Whoever has been given another name since is told by the old one alone. */
const withLabels = (names: string, phones: ToldStep["rangPhones"]): string =>
  names
    .split(", ")
    .map((name) => {
      const labels = phones.filter((phone) => phone.name === name).map(({ label }) => label);
      return labels.length === 0 ? name : `${name} (${labels.join(", ")})`;
    })
    .join(", ");

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
