import { type DatedHours, type DayNumber, type DayWindow, type Hours, weekdayOf } from "./read-hours";
import type { StatusCause } from "./types";

export interface DateRule {
  cause: StatusCause;
  windows: readonly DayWindow[];
}

const weekly: StatusCause = { rule: "weekly" };

/** The rule that a local date is under, and the windows that open on it: an exception's, else the weekday's. */
export function ruleOnDate(hours: Hours, day: DayNumber): DateRule {
  return exceptionOn(hours, day) ?? { cause: weekly, windows: hours.weekly[weekdayOf(day)] ?? [] };
}

/** The last of the dates from `day` on that are under the same rule as it; null when all of them are. */
export function lastDateUnderRule(hours: Hours, day: DayNumber): DayNumber | null {
  const current = exceptionOn(hours, day);
  if (current) {
    return current.lastDay;
  }
  const next = exceptionOnOrAfter(hours, day);
  return next ? next.firstDay - 1 : null;
}

function exceptionOn(hours: Hours, day: DayNumber): DatedHours | undefined {
  const exception = exceptionOnOrAfter(hours, day);
  return exception && exception.firstDay <= day ? exception : undefined;
}

function exceptionOnOrAfter(hours: Hours, day: DayNumber): DatedHours | undefined {
  return hours.dated.find(({ lastDay }) => lastDay >= day);
}
