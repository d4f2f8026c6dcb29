import type { Temporal } from "temporal-polyfill";
import { type DatedHours, type DayWindow, dateNumberOf, dateOf, type Hours } from "./read-hours";
import type { StatusCause } from "./types";

export interface DateRule {
  cause: StatusCause;
  windows: readonly DayWindow[];
}

const weekly: StatusCause = { rule: "weekly" };

/** The rule that a local date is under, and the windows that open on it: an exception's, else the weekday's. */
export function ruleOnDate(hours: Hours, date: Temporal.PlainDate): DateRule {
  return exceptionOn(hours, date) ?? { cause: weekly, windows: hours.weekly[date.dayOfWeek] ?? [] };
}

/** The last of the dates from `date` on that are under the same rule as it; null when all of them are. */
export function lastDateUnderRule(hours: Hours, date: Temporal.PlainDate): Temporal.PlainDate | null {
  const current = exceptionOn(hours, date);
  if (current) {
    return dateOf(current.lastDate);
  }
  const next = exceptionOnOrAfter(hours, date);
  return next ? dateOf(next.firstDate).subtract({ days: 1 }) : null;
}

function exceptionOn(hours: Hours, date: Temporal.PlainDate): DatedHours | undefined {
  const exception = exceptionOnOrAfter(hours, date);
  return exception && exception.firstDate <= dateNumberOf(date) ? exception : undefined;
}

function exceptionOnOrAfter(hours: Hours, date: Temporal.PlainDate): DatedHours | undefined {
  const day = dateNumberOf(date);
  return hours.dated.find(({ lastDate }) => lastDate >= day);
}
