import { formatPhoneNumber } from "@/app/_format/phone-number";
import type { Choices } from "@/db/queries/configurations/list-choices";

/** One line of a list to choose from, as it travels to the browser. */
export interface ChoiceOption {
  id: string;
  label: string;
  /** E.164, of a phone number. */
  number: string | null;
  /** IANA name: of a schedule, or of the one that a phone number is answered by now. */
  timeZone: string | null;
}

export interface ChoiceOptions {
  options: ChoiceOption[];
  /** False when there are more, to be found by searching. */
  isAll: boolean;
}

/** @param country ISO 3166-1 alpha-2: how numbers are written. */
export function choiceOptions({ choices, total }: Choices, country: string): ChoiceOptions {
  return {
    options: choices.map(({ name, number, ...choice }) => ({
      ...choice,
      number,
      label: number === null ? name : `${name} · ${formatPhoneNumber(number, country)}`,
    })),
    isAll: choices.length >= total,
  };
}
