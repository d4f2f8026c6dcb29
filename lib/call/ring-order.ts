import { Temporal } from "temporal-polyfill";
import type { ActionPerson, CallAction } from "./setup";

/** The parameter by which a template that rings one after another has its order chosen; a template may leave it out. */
export const orderKey = "order";

/** Its value for: whoever took a call longest ago first. */
export const idleLongest = "idleLongest";

const isByIdleTime = ({ parameters }: CallAction): boolean => {
  const order = parameters.find(({ key }) => key === orderKey);
  return (order?.value ?? order?.defaultValue) === idleLongest;
};

/**
 * The places of a list's entries in the order in which they are rung, when that is not the order of the list; empty when
 * it is. Whoever never took a call comes first, and those of whom nothing tells them apart stay as they are listed.
 * Somebody who is listed twice has one turn.
 */
export function ringOrderOf(action: CallAction): number[] {
  if (!isByIdleTime(action)) return [];
  const { people } = action;
  const places = people.map((_, place) => place);
  const isFirstEntry = (place: number) =>
    people.findIndex((person) => partyOf(person) === partyOf(people[place])) === place;
  return places
    .filter(isFirstEntry)
    .sort((one, other) => compareIdle(people[one], people[other]) || one - other);
}

/** A call's own order, once it has one, and else that of the list. What has been taken from the list since is left out. */
export const inRingOrder = (people: readonly ActionPerson[], order: readonly number[]): ActionPerson[] =>
  order.length === 0
    ? [...people]
    : order.flatMap((place) => {
        const person = people[place];
        return person ? [person] : [];
      });

const partyOf = (person: ActionPerson | undefined): string | undefined =>
  person?.personId ?? person?.numbers[0];

function compareIdle(one: ActionPerson | undefined, other: ActionPerson | undefined): number {
  const [first, second] = [one?.lastTookAt ?? null, other?.lastTookAt ?? null];
  if (first === null || second === null) return Number(first !== null) - Number(second !== null);
  return Temporal.Instant.compare(first, second);
}
