import { nothing, type Party } from "./party";

/** What a phone that is rung does, this time. */
export type Callee =
  | { picksUp: true; afterSeconds: number; talkSeconds: number; party: Party }
  | { picksUp: false; status: "busy" | "failed" | "no-answer" };

interface Pace {
  /** How long it rings first. */
  afterSeconds?: number;
  /** How long they talk, unless the caller hangs up before. */
  talkSeconds?: number;
}

const pickUp = (party: Party, { afterSeconds = 6, talkSeconds = 60 }: Pace): Callee => ({
  picksUp: true,
  afterSeconds,
  talkSeconds,
  party,
});

const pressing =
  (keys: string): Party =>
  ({ kind }) =>
    kind === "asked" ? { does: "presses", keys } : nothing;

/** Picks up, and presses 1 when asked to. */
export const takesTheCall = (pace: Pace = {}) => pickUp(pressing("1"), pace);

export const picksUpAndPresses = (keys: string, pace: Pace = {}) => pickUp(pressing(keys), pace);

const picksUpAndPressesNothing = (pace: Pace = {}) => pickUp(() => nothing, pace);

/** A mailbox of the phone's own, which talks to whoever is there and presses nothing. */
export const personalMailbox = (pace: Pace = {}) => picksUpAndPressesNothing({ afterSeconds: 12, ...pace });

export const hangsUpWhenAsked = (pace: Pace = {}) =>
  pickUp(({ kind }) => (kind === "asked" ? { does: "hangs up", afterSeconds: 1 } : nothing), pace);

export const busy: Callee = { picksUp: false, status: "busy" };
export const cannotBeReached: Callee = { picksUp: false, status: "failed" };
export const doesNotAnswer: Callee = { picksUp: false, status: "no-answer" };
