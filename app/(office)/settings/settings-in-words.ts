import { formatPhoneNumber } from "@/app/_format/phone-number";
import type { InWords } from "@/db/queries/activity/record-activity";
import type { FirmSettings } from "@/db/queries/firm/get-firm-settings";
import { zoneName } from "@/lib/schedule/zone-name";
import { voiceInWords } from "@/lib/twiml/voices";
import { languageInWords } from "../actions/_parameters/language-in-words";

const countryNames = new Intl.DisplayNames(["en"], { type: "region" });

export const countryInWords = (country: string): string => countryNames.of(country) ?? country;

/** With its country code: the country that would leave it out is itself one of the settings. */
export const fallbackInWords = (number: string | null): string =>
  number === null ? "" : formatPhoneNumber(number, "");

/** The settings as the activity page shows them. */
export const settingsInWords = (firm: Omit<FirmSettings, "version">): InWords => ({
  "Name of the firm": firm.name,
  Country: countryInWords(firm.country),
  "Time zone": zoneName(firm.timeZone),
  Language: languageInWords(firm.language),
  Voice: voiceInWords(firm.voice),
  "Fallback number": fallbackInWords(firm.fallbackNumber),
});
