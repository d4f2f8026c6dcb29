import { readPhoneNumber } from "@/app/_format/phone-number";

/** A caller as the log knows them: E.164, or the address of one who calls by SIP or from an app; null if it is neither. */
export function readCaller(typed: string, country: string): string | null {
  const text = typed.trim();
  return /^(sips?|client):\S+$/.test(text) ? text : readPhoneNumber(text, country);
}
