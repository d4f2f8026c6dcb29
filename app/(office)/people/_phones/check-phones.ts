import { readDialable } from "@/app/_format/phone-number";
import type { Database } from "@/db/client";
import type { Phone } from "@/db/queries/people/find-person";
import { listOwnNumbers } from "@/db/queries/people/list-own-numbers";
import type { TypedPhone } from "./phones-schema";

interface CheckedPhones {
  /** Their numbers in E.164, or their SIP addresses; only those that could be read. */
  phones: Phone[];
  /** What is wrong, by the name of the field: empty when all are well. */
  fieldErrors: Record<string, string>;
}

/** Reads numbers as people of the firm's country type them, and says which of them cannot be a person's phone. */
export async function checkPhones(
  db: Database,
  typed: readonly TypedPhone[],
  country: string,
): Promise<CheckedPhones> {
  const read = typed.map((phone) => readDialable(phone.number, country));
  const lines = new Map(
    (
      await listOwnNumbers(
        db,
        read.filter((number) => number !== null),
      )
    ).map(({ number, lineName }) => [number, lineName]),
  );
  const phones: Phone[] = [];
  const fieldErrors: Record<string, string> = {};
  for (const [index, { label, isRung }] of typed.entries()) {
    const number = read[index] ?? null;
    const fault = faultOf(number, {
      typed: typed[index]?.number ?? "",
      lines,
      isRepeated: phones.some((phone) => phone.number === number),
    });
    if (fault !== null) fieldErrors[`phones.${index}.number`] = fault;
    if (number !== null) phones.push({ label, number, isRung });
  }
  return { phones, fieldErrors };
}

function faultOf(
  number: string | null,
  { typed, lines, isRepeated }: { typed: string; lines: ReadonlyMap<string, string>; isRepeated: boolean },
): string | null {
  if (number === null) {
    return /@|^\s*sips?:/i.test(typed)
      ? "Enter a SIP address in full, such as sip:ana@example.com."
      : "Enter a phone number, with its country code if it is from abroad.";
  }
  if (isRepeated) return "This number is in the list already.";
  const lineName = lines.get(number);
  if (lineName === undefined) return null;
  return `This is your own line “${lineName}”: a call would go round in a circle. Enter a phone that is not one of your work numbers.`;
}

/** Stands behind `checkPhones`: for a line that was added between the check and the save. */
export const phoneRefusals = {
  person_phones_not_our_own_number: {
    field: "phones",
    message: "One of these numbers has just become a line of your own, which cannot be a person's phone.",
  },
};
