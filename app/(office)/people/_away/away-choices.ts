import type { Temporal } from "temporal-polyfill";

interface AwayChoice {
  label: string;
  /** When somebody who goes away now is back, by the same clock and in whole minutes. */
  endsAt(now: Temporal.ZonedDateTime): Temporal.PlainDateTime;
}

const midnightIn = (days: number, now: Temporal.ZonedDateTime) =>
  now.toPlainDate().add({ days }).toPlainDateTime();

/** Usual lengths of being away. */
export const awayChoices: readonly AwayChoice[] = [
  {
    label: "An hour",
    endsAt: (now) =>
      now.add({ hours: 1 }).toPlainDateTime().round({ smallestUnit: "minute", roundingMode: "ceil" }),
  },
  { label: "Rest of today", endsAt: (now) => midnightIn(1, now) },
  { label: "Until Monday", endsAt: (now) => midnightIn(8 - now.dayOfWeek, now) },
  { label: "A week", endsAt: (now) => midnightIn(7, now) },
];
