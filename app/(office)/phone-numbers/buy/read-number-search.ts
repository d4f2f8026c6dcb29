import { isSupportedCountry } from "libphonenumber-js/min";
import { type NumberSearch, numberTypes } from "@/lib/twilio/rest/numbers-for-sale";

type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** Twilio's own bounds of a pattern: letters, digits and "*" for any one of them, 2 to 16. */
const pattern = /^[\dA-Za-z*]{2,16}$/;

/** What a URL searches for. Whatever in it makes no sense reads as left out. */
export function readNumberSearch(given: SearchParams, ownCountry: string): NumberSearch {
  const text = (name: string) => {
    const value = given[name];
    return typeof value === "string" ? value.trim().slice(0, 60) : "";
  };
  const contains = text("contains").replace(/[\s()./-]/g, "");
  return {
    country: isSupportedCountry(text("country")) ? text("country") : ownCountry,
    type: numberTypes.find((type) => type === text("type")) ?? "local",
    ...(pattern.test(contains) && { contains }),
    ...(text("area") && { area: text("area") }),
  };
}
