import { formatPhoneNumber } from "@/app/_format/phone-number";
import type { InWords } from "@/db/queries/activity/record-activity";
import type { NumberSettings } from "@/db/queries/phone-numbers/number-settings";
import { withoutSecret } from "@/lib/twilio/protection-bypass";
import { numberState } from "@/lib/twilio/rest/number-state";
import { numberStateWords } from "./number-state-words";

type Named = Pick<NumberSettings, "number" | "friendlyName">;

/** What a number is called, for a sentence. */
export const nameOfNumber = ({ number, friendlyName }: Named, country: string): string => {
  const digits = formatPhoneNumber(number, country);
  return friendlyName === number ? digits : `${friendlyName}, ${digits}`;
};

export const numberInWords = (
  { number, friendlyName, isTestNumber = false }: Named & { isTestNumber?: boolean },
  country: string,
): InWords => ({
  Name: friendlyName,
  Number: formatPhoneNumber(number, country),
  "Test number": isTestNumber ? "Yes" : "No",
});

/** How a number stands at Twilio, for what is on record about a change there. */
export const standingInWords = (number: NumberSettings): InWords => ({
  "At Twilio": numberStateWords[numberState(number)].label,
  "Calls go to": withoutSecret(number.settingsConfirmed?.voiceUrl ?? "") || "Nothing",
});
