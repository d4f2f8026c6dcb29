import { formatPhoneNumber } from "@/app/_format/phone-number";
import type { InWords } from "@/db/queries/activity/record-activity";
import type { BlockedCaller } from "@/db/queries/blocked-callers/find-blocked-caller";

/** Twilio's From of somebody who withholds their number. */
export const withheld = "anonymous";

export const blockedNumberInWords = (number: string, country: string): string =>
  number === withheld ? "Callers who withhold their number" : formatPhoneNumber(number, country);

export const blockedCallerInWords = (
  { number, note }: Pick<BlockedCaller, "number" | "note">,
  country: string,
): InWords => ({ Number: blockedNumberInWords(number, country), Note: note });
