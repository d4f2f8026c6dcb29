import { type Act, type Chance, nothing, type Party } from "./party";

/** One thing that a caller does, as soon as there is a chance to. */
export interface CallerStep {
  at: Chance["kind"];
  act: Act;
  /** For a story that goes another way, so that the step is never taken. */
  words: string;
}

const step = (at: Chance["kind"], act: Act, words: string): CallerStep => ({ at, act, words });

export const presses = (keys: string) => step("asked", { does: "presses", keys }, `presses ${keys}`);

export const says = (words: string) => step("asked", { does: "says", words }, `says “${words}”`);

export const pressesNothing = () => step("asked", nothing, "presses nothing");

export const leavesMessage = (
  seconds: number,
  endsWith: "#" | "silence" | "hanging up" | (string & {}) = "#",
) => step("records", { does: "speaks", seconds, endsWith }, `leaves a message of ${seconds} s`);

export const staysSilent = () => step("records", nothing, "stays silent");

export const waitsWhileItRings = () => step("rings", nothing, "waits while it rings");

const places = {
  "in the greeting": "hears",
  "in the menu": "asked",
  "while it rings": "rings",
  "in the talk": "talks",
  "in the message": "records",
} as const;

export const hangsUp = (where: keyof typeof places, afterSeconds = 2) =>
  step(places[where], { does: "hangs up", afterSeconds }, `hangs up ${where}`);

/** A caller who does these things in this order, and otherwise listens, waits and says nothing. */
export function scripted(steps: readonly CallerStep[]): { party: Party; left(): string[] } {
  const remaining = [...steps];
  return {
    party: ({ kind }) => (remaining[0]?.at === kind ? (remaining.shift()?.act ?? nothing) : nothing),
    /** What they never came to do. */
    left: () => remaining.map(({ words }) => words),
  };
}
