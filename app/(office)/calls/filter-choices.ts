import type { SearchedChoice } from "@/app/_components/search-choice";
import { formatPhoneNumber } from "@/app/_format/phone-number";
import type { CalledNumber } from "@/db/queries/calls/list-called-numbers";

/** @param country ISO 3166-1 alpha-2: how numbers are written. */
export const calledNumberChoice = ({ number, name }: CalledNumber, country: string): SearchedChoice => ({
  id: number,
  label: name,
  detail: formatPhoneNumber(number, country),
});
