import { Temporal } from "temporal-polyfill";
import type { LocalDate, Schedule, ScheduleException, Weekday, WeeklyWindow, Window } from "./types";

/** Builders for tests: short enough that a table of cases reads as the rule that it checks. */

export const NEW_YORK = "America/New_York";
export const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
export const MON_TO_FRI: readonly Weekday[] = [1, 2, 3, 4, 5];

/** A schedule in New York with no hours at all, but for the parts given. */
export function scheduleWith(parts: Partial<Schedule>): Schedule {
  return { timeZone: NEW_YORK, windows: [], exceptions: [], override: null, ...parts };
}

/** `hours` is written "09:00-17:00". */
export function weekly(weekdays: readonly Weekday[], ...hours: string[]): WeeklyWindow[] {
  return weekdays.flatMap((weekday) => windowsOf(hours).map((window) => ({ weekday, ...window })));
}

/** `dates` is one date, or two as "2026-12-24/2027-01-02"; no `hours` means closed. */
export function exception(label: string, dates: string, ...hours: string[]): ScheduleException {
  const [startsOn = dates, endsOn = startsOn]: LocalDate[] = dates.split("/");
  return { label, startsOn, endsOn, windows: windowsOf(hours) };
}

/**
 * The instant of "2026-11-26T09:00" in a zone. Where the clocks change, an offset says which one is meant:
 * "2026-11-01T01:30-04:00".
 */
export function instant(wall: string, timeZone = NEW_YORK): Temporal.Instant {
  const hasOffset = /(Z|[+-]\d\d:\d\d)$/.test(wall);
  return hasOffset
    ? Temporal.Instant.from(wall)
    : Temporal.PlainDateTime.from(wall).toZonedDateTime(timeZone, { disambiguation: "reject" }).toInstant();
}

function windowsOf(hours: string[]): Window[] {
  return hours.map((text) => {
    const [opensAt = "", closesAt = ""] = text.split("-");
    return { opensAt, closesAt };
  });
}
