import { readPhoneNumber } from "@/app/_format/phone-number";

/** Whether somebody of a country has typed this number, in whatever form. */
export const isSameNumber = (typed: string, number: string, country: string): boolean =>
  readPhoneNumber(typed, country) === number;
