import type { Temporal } from "temporal-polyfill";
import { isAlike } from "./day-parts";
import { isBefore } from "./is-before";
import { stretchesFrom } from "./stretches-from";
import type { Schedule, TimelineStretch } from "./types";

/**
 * What a schedule says between two instants: stretches in order, which together cover [from, to) without gap
 * or overlap. Neighbours differ in being open or in the rule behind it. Empty when `from` equals `to`.
 *
 * @throws RangeError when `to` is before `from`, for an unknown time zone, and as `readHours` does.
 */
export function timeline(
  schedule: Schedule,
  from: Temporal.Instant,
  to: Temporal.Instant,
): TimelineStretch[] {
  if (isBefore(to, from)) {
    throw new RangeError(`The timeline would end at ${to}, before it starts at ${from}.`);
  }
  const merged: TimelineStretch[] = [];
  for (const { start, end, isOpen, cause } of stretchesFrom(schedule, from)) {
    if (!isBefore(start, to)) {
      break;
    }
    const clippedEnd = end && isBefore(end, to) ? end : to;
    const last = merged.at(-1);
    if (last && isAlike(last, { isOpen, cause })) {
      last.end = clippedEnd;
    } else {
      merged.push({ start, end: clippedEnd, isOpen, cause });
    }
  }
  return merged;
}
