import { Temporal } from "temporal-polyfill";
import { statusAt } from "@/lib/schedule/status-at";
import { isSip } from "@/lib/template/dialable";
import type { ActionPerson } from "./setup";

/** Twilio: at most ten nouns in one `<Dial>`. */
const mostPhonesAtOnce = 10;

export interface ChosenPhone {
  /** Whose phone it is; both null for a bare number. */
  personId: string | null;
  name: string | null;
  /** E.164, or a SIP address. */
  number: string;
  isSip: boolean;
  ringSeconds: number | null;
}

/**
 * Why somebody is passed over at an instant: they are away, or off duty by their own hours. Null while they can be rung.
 *
 * @throws as `statusAt` does.
 */
export function passedOverAt(
  { awayUntil, duty }: Pick<ActionPerson, "awayUntil" | "duty">,
  at: Temporal.Instant,
): "away" | "offDuty" | null {
  if (awayUntil && Temporal.Instant.compare(at, awayUntil) < 0) return "away";
  return duty === null || statusAt(duty, at).isOpen ? null : "offDuty";
}

/**
 * The phones that a list of people comes to at an instant: whoever is away or off duty is left out, a phone that two
 * entries share rings once, and a phone that refused this call is not asked again. Of numbers and of SIP addresses, which
 * ring one after the other, as many as one `<Dial>` takes.
 */
export function phonesToRing(
  people: readonly ActionPerson[],
  at: Temporal.Instant,
  refusedBy: readonly string[] = [],
): ChosenPhone[] {
  const phones = everyPhone(people.filter((person) => passedOverAt(person, at) === null)).filter(
    (phone) => !refusedBy.includes(phone.number),
  );
  const placeAmongItsKind = (phone: ChosenPhone) =>
    phones.filter((other) => other.isSip === phone.isSip).indexOf(phone);
  return phones.filter((phone) => placeAmongItsKind(phone) < mostPhonesAtOnce);
}

/** All of their phones, each number once, whether or not it is to be rung now. */
export function everyPhone(people: readonly ActionPerson[]): ChosenPhone[] {
  const phones = new Map<string, ChosenPhone>();
  for (const { personId, name, numbers, ringSeconds } of people) {
    for (const number of numbers) {
      if (!phones.has(number)) {
        phones.set(number, { personId, name, number, isSip: isSip(number), ringSeconds });
      }
    }
  }
  return [...phones.values()];
}
