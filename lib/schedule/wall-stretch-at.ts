import type { Temporal } from "temporal-polyfill";
import { dayPartAt, dayParts, isAlike } from "./day-parts";
import { type Hours, MINUTES_PER_DAY } from "./read-hours";
import { lastDateUnderRule } from "./rule-on-date";
import type { ScheduleStatus } from "./types";

/** From some wall-clock reading to `endsAt`, exclusive, or for ever after when that is null. */
export interface WallStretch extends ScheduleStatus {
  endsAt: Temporal.PlainDateTime | null;
}

const DAYS_PER_WEEK = 7;

/**
 * What the windows and exceptions say at a wall-clock reading, and how far ahead on the wall clock status and
 * cause both stay so. Knows nothing of zones.
 */
export function wallStretchAt(hours: Hours, wall: Temporal.PlainDateTime): WallStretch {
  let part = dayPartAt(hours, wall);
  let date = wall.toPlainDate();
  const { isOpen, cause } = part;
  for (let days = 0; part.endMinute === MINUTES_PER_DAY; days++) {
    // A rule repeats itself weekly, and a date's last part is always its own rule's. So what has held through
    // a week holds for as long as the rule does, and a closure of years costs no more than one of ten days.
    if (days === DAYS_PER_WEEK) {
      const lastDate = lastDateUnderRule(hours, date);
      if (!lastDate) {
        return { isOpen, cause, endsAt: null };
      }
      date = lastDate;
    }
    date = date.add({ days: 1 });
    const [next] = dayParts(hours, date);
    if (!isAlike(next, part)) {
      return { isOpen, cause, endsAt: date.toPlainDateTime() };
    }
    part = next;
  }
  return { isOpen, cause, endsAt: date.toPlainDateTime().add({ minutes: part.endMinute }) };
}
