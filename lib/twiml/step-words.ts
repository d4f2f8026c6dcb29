import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import { isE164 } from "./phone-number-rule";

/** What only the caller of describeStep() knows: whose number that is, and what an address of ours does. */
export interface Names {
  /** A person for a number: "Ana's mobile". */
  nameNumber?: (number: string) => string | null;
  /** A thing for an address: "the menu Main". */
  nameUrl?: (url: string) => string | null;
  /** What happens at the address to whoever picks up, to follow "whoever answers": "is asked to press 1". */
  describeScreening?: (url: string) => string | null;
}

export function numberInWords(number: string, { nameNumber }: Names): string {
  const international = isE164(number)
    ? parsePhoneNumberFromString(number)?.formatInternational()
    : undefined;
  return nameNumber?.(number) ?? international ?? number;
}

export function urlInWords(url: string, { nameUrl }: Names): string {
  return nameUrl?.(url) ?? (url === "" ? "nothing" : url);
}

/** 1 → "1 second", 90 → "90 seconds", 120 → "2 minutes". */
export function duration(seconds: number): string {
  if (seconds >= 3600 && seconds % 3600 === 0) return countOf(seconds / 3600, "hour");
  if (seconds >= 120 && seconds % 60 === 0) return countOf(seconds / 60, "minute");
  return countOf(seconds, "second");
}

/** Where the call goes on; null is the address of the document itself. */
export function nextInWords(action: string | null, names: Names): string {
  return action === null ? "starts all this over" : `goes on with ${urlInWords(action, names)}`;
}

/** "; afterwards goes on with …" for a step that has somewhere to go on at, else nothing. */
export function afterwards(action: string | null, names: Names): string {
  return action === null ? "" : `; afterwards goes on with ${urlInWords(action, names)}`;
}

export function countOf(count: number, thing: string): string {
  return count === 1 ? `1 ${thing}` : `${count} ${thing}s`;
}

/** ["a", "b", "c"] → "a, b and c". */
export function listWords(words: readonly string[], last: "and" | "or"): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

export function keysInWords(keys: string): string {
  return keys.length === 12 ? "any key" : listWords([...keys], "or");
}

/** Ends a sentence, unless it closes with a quotation that has its own full stop. */
export function sentence(words: string): string {
  return /[.!?]”$/.test(words) ? words : `${words}.`;
}
