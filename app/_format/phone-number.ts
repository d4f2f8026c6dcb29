import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/min";
import { isDialable, isSip } from "@/lib/template/dialable";

/**
 * A number as people of a country write it: their own in national form, any other in international form. What is no
 * number, such as a `sip:` address, is left as it is.
 *
 * @param country ISO 3166-1 alpha-2.
 */
export function formatPhoneNumber(number: string, country: string): string {
  // The library looks for a number within any text, and an address may well hold one.
  const parsed = isSip(number) ? undefined : parsePhoneNumberFromString(number);
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

/**
 * What somebody types as a phone to ring: a number, as `readPhoneNumber` takes it, or a SIP address. Null when it is
 * neither.
 *
 * @param country ISO 3166-1 alpha-2.
 */
export function readDialable(typed: string, country: string): string | null {
  const scheme = /^\s*(sips?):/i.exec(typed);
  if (!scheme) return readPhoneNumber(typed, country);
  const address = `${scheme[1]?.toLowerCase()}:${typed.slice(scheme[0].length).trim()}`;
  return isDialable(address) ? address : null;
}
