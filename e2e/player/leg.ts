import type { Party, Phone } from "./party";

/** One side of a call: the caller's, or that of a phone that is rung. Each runs TwiML of its own. */
export interface Leg {
  readonly sid: string;
  /** Null for the caller's. */
  readonly phone: Phone | null;
  /** What Twilio says of it with every request. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly party: Party;
  /** Twilio's CallStatus. */
  status: string;
  /** On the call's clock; null until it has been picked up. */
  answeredAt: number | null;
  readonly heard: string[];
  /** Since the last time that it could do something: hanging up on a side that has not is silence. */
  hasHeardSomething: boolean;
  /** In a row. */
  redirects: number;
}

/** A side that has not been picked up yet. */
export const startLeg = (leg: Pick<Leg, "sid" | "phone" | "parameters" | "party">): Leg => ({
  ...leg,
  status: "ringing",
  answeredAt: null,
  heard: [],
  hasHeardSomething: false,
  redirects: 0,
});

/** Twilio picks up for whatever is more than ringing and rejecting. */
export function pickUp(leg: Leg, now: number): void {
  leg.answeredAt ??= now;
  leg.status = "in-progress";
}
