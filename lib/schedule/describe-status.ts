import { Temporal } from "temporal-polyfill";
import type { Schedule, ScheduleStatus, StatusChange } from "./types";

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * A status in plain English, with the hours of the schedule's zone: "Open until 17:00", "Closed until Mon
 * 09:00", "Closed: Thanksgiving, until Fri 27 Nov 09:00", "Open: inventory day, until 15:00 (set by Dana
 * Reyes)", "Always open", "Closed, with no opening ahead". `status` and `next` are what `statusAt` and
 * `nextChange` answer for `at`.
 *
 * The day is left out when it is today. Ordinary hours name the weekday up to 6 days ahead; holidays, special
 * hours and overrides, which fall outside the weekly round, name the date too. Closing at midnight is 24:00 of
 * the day that ends.
 *
 * @throws RangeError for an unknown time zone.
 */
export function describeStatus(
  schedule: Schedule,
  at: Temporal.Instant,
  status: ScheduleStatus,
  next: StatusChange | null,
): string {
  const { isOpen, cause } = status;
  const now = at.toZonedDateTimeISO(schedule.timeZone);
  const state = isOpen ? "Open" : "Closed";
  const noChange = isOpen ? "with no closing ahead" : "with no opening ahead";

  if (cause.rule === "weekly") {
    if (!next) {
      return isOpen ? "Always open" : `${state}, ${noChange}`;
    }
    return `${state} until ${describeTime(now, next.at, { isClosing: isOpen, isWeekly: true })}`;
  }

  const ending = (instant: Temporal.Instant) =>
    `until ${describeTime(now, instant, { isClosing: isOpen, isWeekly: false })}`;
  const why = cause.rule === "exception" ? cause.exception.label : cause.override.reason;
  const begin = why ? `${state}: ${why},` : state;
  if (cause.rule === "exception") {
    return `${begin} ${next ? ending(next.at) : noChange}`;
  }
  const { setBy, until } = cause.override;
  if (!until) {
    return `${begin} until lifted (set by ${setBy})`;
  }
  // What follows an override may agree with it: then the change that a caller notices comes later.
  const setUntil = next?.at.equals(until) ? "" : ` ${ending(until)}`;
  return `${begin} ${next ? ending(next.at) : noChange} (set by ${setBy}${setUntil})`;
}

/** An instant as the person says it who reads the clock of `now`: "17:00", "Mon 09:00", "Fri 27 Nov 09:00", "24:00". */
export function describeTime(
  now: Temporal.ZonedDateTime,
  instant: Temporal.Instant,
  { isClosing, isWeekly }: { isClosing: boolean; isWeekly: boolean },
): string {
  const then = instant.toZonedDateTimeISO(now.timeZoneId);
  const isEndOfDay = isClosing && then.toPlainTime().equals(new Temporal.PlainTime());
  const date = isEndOfDay ? then.toPlainDate().subtract({ days: 1 }) : then.toPlainDate();
  const time = isEndOfDay ? "24:00" : `${twoDigits(then.hour)}:${twoDigits(then.minute)}`;

  const earlier = then.toPlainDateTime().toZonedDateTime(then.timeZoneId, { disambiguation: "earlier" });
  const words = [describeDate(now.toPlainDate(), date, isWeekly), time];
  if (!earlier.equals(then)) {
    words.push("(clocks gone back)");
  }
  return words.filter(Boolean).join(" ");
}

function describeDate(today: Temporal.PlainDate, date: Temporal.PlainDate, isWeekly: boolean): string {
  const daysAhead = today.until(date).days;
  if (daysAhead === 0) {
    return "";
  }
  const weekday = `${weekdays[date.dayOfWeek - 1]}`;
  if (isWeekly && daysAhead <= 6) {
    return weekday;
  }
  const dayAndMonth = `${weekday} ${date.day} ${months[date.month - 1]}`;
  return date.year === today.year ? dayAndMonth : `${dayAndMonth} ${date.year}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
