import type { Temporal } from "temporal-polyfill";

/** Minutes to wait after the first attempt, the second, and so on: in all about half a day. */
const waitsMinutes = [1, 5, 30, 120, 480] as const;

/** How often a notice is tried in all. */
export const mostAttempts = waitsMinutes.length + 1;

/** When to try again what has failed so many times, or null when it is given up. */
export function nextAttemptAfter(attempts: number, at: Temporal.Instant): Temporal.Instant | null {
  const minutes = waitsMinutes[attempts - 1];
  return minutes === undefined ? null : at.add({ minutes });
}
