import { formatPhoneNumber } from "@/app/_format/phone-number";
import type { Phone } from "@/db/queries/people/find-person";
import type { TypedPhone } from "./phones-schema";

/** A person's phones as a form begins with them: numbers as people of the country write them. */
export const phonesToType = (phones: readonly Phone[], country: string): TypedPhone[] =>
  phones.map((phone) => ({ ...phone, number: formatPhoneNumber(phone.number, country) }));
