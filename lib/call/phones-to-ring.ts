import { Temporal } from "temporal-polyfill";
import type { ActionPerson } from "./setup";

/** Twilio: at most ten nouns in one `<Dial>`. */
const mostPhonesAtOnce = 10;

export interface ChosenPhone {
  /** Whose phone it is; null for a bare number. */
  name: string | null;
  /** E.164. */
  number: string;
  ringSeconds: number | null;
}

/**
 * The phones that a list of people comes to at an instant: whoever is away is left out, a phone that two entries
 * share rings once, and a phone that refused this call is not asked again.
 */
export function phonesToRing(
  people: readonly ActionPerson[],
  at: Temporal.Instant,
  refusedBy: readonly string[] = [],
): ChosenPhone[] {
  const isHere = ({ awayUntil }: ActionPerson) => !awayUntil || Temporal.Instant.compare(at, awayUntil) >= 0;
  return everyPhone(people.filter(isHere))
    .filter((phone) => !refusedBy.includes(phone.number))
    .slice(0, mostPhonesAtOnce);
}

/** All of their phones, each number once, whether or not it is to be rung now. */
export function everyPhone(people: readonly ActionPerson[]): ChosenPhone[] {
  const phones = new Map<string, ChosenPhone>();
  for (const { name, numbers, ringSeconds } of people) {
    for (const number of numbers) {
      if (!phones.has(number)) phones.set(number, { name, number, ringSeconds });
    }
  }
  return [...phones.values()];
}
