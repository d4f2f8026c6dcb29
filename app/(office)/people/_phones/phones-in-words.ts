import { formatPhoneNumber } from "@/app/_format/phone-number";
import type { Phone } from "@/db/queries/people/find-person";

/** "Mobile (212) 555-0142; Desk (212) 555-0144 (not rung)": a person's phones in their order. */
export const phonesInWords = (phones: readonly Phone[], country: string): string =>
  phones
    .map(
      ({ label, number, isRung }) =>
        `${label} ${formatPhoneNumber(number, country)}${isRung ? "" : " (not rung)"}`,
    )
    .join("; ");
