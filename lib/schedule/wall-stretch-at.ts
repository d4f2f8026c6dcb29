import { dayPartAt, dayParts, isAlike } from "./day-parts";
import { type Hours, MINUTES_PER_DAY } from "./read-hours";
import { lastDateUnderRule } from "./rule-on-date";
import type { ScheduleStatus } from "./types";
import { dayAndMinuteOf, type WallReading, wallReadingAt } from "./wall-reading";

/** From some wall-clock reading to `endsAt`, exclusive, or for ever after when that is null. */
export interface WallStretch extends ScheduleStatus {
  endsAt: WallReading | null;
}

const DAYS_PER_WEEK = 7;

/**
 * What the windows and exceptions say at a wall-clock reading, and how far ahead on the wall clock status and
 * cause both stay so. Knows nothing of zones.
 */
export function wallStretchAt(hours: Hours, wall: WallReading): WallStretch {
  let part = dayPartAt(hours, wall);
  let { day } = dayAndMinuteOf(wall);
  const { isOpen, cause } = part;
  for (let days = 0; part.endMinute === MINUTES_PER_DAY; days++) {
    // A rule repeats itself weekly, and a date's last part is always its own rule's. So what has held through
    // a week holds for as long as the rule does, and a closure of years costs no more than one of ten days.
    if (days === DAYS_PER_WEEK) {
      const lastDay = lastDateUnderRule(hours, day);
      if (lastDay === null) {
        return { isOpen, cause, endsAt: null };
      }
      day = lastDay;
    }
    day += 1;
    const [next] = dayParts(hours, day);
    if (!isAlike(next, part)) {
      return { isOpen, cause, endsAt: wallReadingAt(day, 0) };
    }
    part = next;
  }
  return { isOpen, cause, endsAt: wallReadingAt(day, part.endMinute) };
}
