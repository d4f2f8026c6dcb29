import type { Temporal } from "temporal-polyfill";
import { dayPartAt } from "./day-parts";
import { isBefore } from "./is-before";
import { readHours } from "./read-hours";
import type { Override, Schedule, ScheduleStatus } from "./types";
import { wallReadingOf } from "./wall-reading";

/**
 * Whether a schedule is open at an instant, and which rule says so: the override, else the exception, else the
 * weekly windows. The wall clock of the schedule's zone decides, so a time that is read twice when the clocks
 * go back has the same status both times.
 *
 * @throws RangeError for an unknown time zone, and as `readHours` does.
 */
export function statusAt(schedule: Schedule, at: Temporal.Instant): ScheduleStatus {
  const override = overrideAt(schedule, at);
  if (override) {
    return { isOpen: override.isOpen, cause: { rule: "override", override } };
  }
  const wall = wallReadingOf(at.toZonedDateTimeISO(schedule.timeZone));
  const { isOpen, cause } = dayPartAt(readHours(schedule), wall);
  return { isOpen, cause };
}

/** The override in force at an instant: it holds until `until`, exclusive, and then lapses by itself. */
export function overrideAt({ override }: Schedule, at: Temporal.Instant): Override | null {
  return override && (!override.until || isBefore(at, override.until)) ? override : null;
}
