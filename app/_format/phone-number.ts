import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/min";

/**
 * A number as people of a country write it: their own in national form, any other in international form. What is no
 * number, such as a `sip:` address, is left as it is.
 *
 * @param country ISO 3166-1 alpha-2.
 */
export function formatPhoneNumber(number: string, country: string): string {
  const parsed = parsePhoneNumberFromString(number);
  if (!parsed) return number;
  // Made-up numbers belong to no country that the library knows, but their calling code does.
  const isOwn = parsed.country === country || parsed.getPossibleCountries().includes(country as CountryCode);
  // A number that breaks at the end of a line is hard to read.
  return (isOwn ? parsed.formatNational() : parsed.formatInternational()).replaceAll(" ", "\u00a0");
}

/**
 * The E.164 form of a number as somebody of a country types it, or null when it can be no phone number there.
 *
 * @param country ISO 3166-1 alpha-2.
 */
export function readPhoneNumber(typed: string, country: string): string | null {
  const parsed = parsePhoneNumberFromString(typed, country as CountryCode);
  // "Possible" is the right length; "valid" would refuse ranges that came into use after the library was made.
  return parsed?.isPossible() && !parsed.ext ? parsed.number : null;
}
