import { isSip, writesSip } from "@/lib/template/dialable";
import { type ChosenPhone, everyPhone, phonesToRing } from "./phones-to-ring";
import type { Moment } from "./render-action";
import { inRingOrder, ringOrderOf } from "./ring-order";
import type { ActionPerson, CallAction } from "./setup";
import type { Step } from "./step";
import { stepKey } from "./step-answer";

/**
 * A ring is one `<Dial>`. Telephone numbers and SIP addresses never share one, so whoever has both is rung in two
 * rounds: first by the kind of the phone that is listed first. See docs/decisions/010-numbers-and-sip-take-turns.md.
 */
const roundOfOtherKind = 3;

/** Those whom a ring is for: all of them, or whoever's turn it is. */
export function peopleAt(
  { people }: Pick<CallAction, "people">,
  { turn, order }: Pick<Moment, "turn" | "order">,
  isInTurn: boolean,
): ActionPerson[] {
  return isInTurn ? inRingOrder(people, order).slice(turn, turn + 1) : [...people];
}

/** The phones of a ring; those of one parameter alone where a key is given. */
export function phonesAt(action: CallAction, moment: Moment, isInTurn: boolean, key?: string): ChosenPhone[] {
  const people = peopleAt(action, moment, isInTurn);
  const kinds = kindsOf(people, action);
  // A menu that is read a third time may well ring people of one kind.
  const kind = kinds[moment.round < roundOfOtherKind ? 0 : kinds.length - 1];
  const asked = key === undefined ? people : people.filter((person) => person.key === key);
  return phonesToRing(asked, moment.at, moment.refusedBy).filter((phone) => phone.isSip === kind);
}

/** The kinds of phone that are rung one after the other, by whether they are SIP; whoever is away counts, so that no kind comes twice. */
function kindsOf(people: readonly ActionPerson[], action: CallAction): boolean[] {
  const kinds = new Set(people.flatMap(({ numbers }) => numbers.map(isSip)));
  return [...kinds].filter((kind) => !kind || writesSip(action));
}

/**
 * The first ring from a moment on that rings anybody: whoever is away, off duty or has refused this call is passed
 * over. Null when nobody is left. The order of the call is decided by its first ring, and stays.
 */
export function findRing(action: CallAction, given: Moment, isInTurn: boolean): Moment | null {
  const order = isInTurn && given.order.length === 0 ? ringOrderOf(action) : given.order;
  let moment: Moment | null = { ...given, order };
  while (moment !== null && phonesAt(action, moment, isInTurn).length === 0) {
    moment = afterRing(action, moment, isInTurn);
  }
  return moment;
}

/** The ring that is due when nobody took the call; null after the last one. */
export function afterRing(action: CallAction, moment: Moment, isInTurn: boolean): Moment | null {
  const isOtherKindLeft =
    moment.round < roundOfOtherKind && kindsOf(peopleAt(action, moment, isInTurn), action).length > 1;
  if (isOtherKindLeft) return { ...moment, round: roundOfOtherKind };
  const turn = moment.turn + 1;
  return isInTurn && turn < action.people.length ? { ...moment, turn, round: 2 } : null;
}

/** The phones that rang at a step's ring, each with whether its holder picked up and was asked. */
export function phonesRungBefore(
  step: Pick<Step, "round" | "totalSteps">,
  action: CallAction,
  moment: Moment,
  isInTurn: boolean,
): (ChosenPhone & { wasAsked: boolean })[] {
  const asked = new Set(moment.asked);
  const wasAsked = everyPhone(action.people)
    .filter((_, place) =>
      asked.has(stepKey({ ...step, kind: "screen", actionId: action.id, position: String(place) })),
    )
    .map(({ number }) => number);
  // Whoever has refused since was rung as well.
  const refusedBy = moment.refusedBy.filter((number) => !wasAsked.includes(number));
  return phonesAt(action, { ...moment, refusedBy }, isInTurn).map((phone) => ({
    ...phone,
    wasAsked: wasAsked.includes(phone.number),
  }));
}

/**
 * The same ring once more, for those who have not refused: whoever picked up without taking the call, as a personal
 * mailbox does, may have silenced the others. Null when it has been repeated already, or nobody is left.
 */
export function ringAgain(action: CallAction, moment: Moment): Moment | null {
  const isRepeated = moment.round % 2 === 0;
  const again = { ...moment, round: moment.round + 1 };
  return isRepeated || phonesAt(action, again, false).length === 0 ? null : again;
}
