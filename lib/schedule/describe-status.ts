import { Temporal } from "temporal-polyfill";
import { nextChange } from "./next-change";
import { statusAt } from "./status-at";
import type { Schedule, ScheduleStatus, StatusChange } from "./types";
import type { NamedDay, WriteTime } from "./write-time";
import { zoneName } from "./zone-name";

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
 * @param writeTime as whoever reads this is used to; the examples are `writeRecordTime`'s.
 * @throws RangeError for an unknown time zone.
 */
export function describeStatus(
  schedule: Schedule,
  at: Temporal.Instant,
  status: ScheduleStatus,
  next: StatusChange | null,
  writeTime: WriteTime,
): string {
  const { isOpen, cause } = status;
  const now = at.toZonedDateTimeISO(schedule.timeZone);
  const state = isOpen ? "Open" : "Closed";
  const noChange = isOpen ? "with no closing ahead" : "with no opening ahead";

  if (cause.rule === "weekly") {
    if (!next) {
      return isOpen ? "Always open" : `${state}, ${noChange}`;
    }
    return `${state} until ${describeTime(now, next.at, { isClosing: isOpen, isWeekly: true, writeTime })}`;
  }

  const ending = (instant: Temporal.Instant) =>
    `until ${describeTime(now, instant, { isClosing: isOpen, isWeekly: false, writeTime })}`;
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

/**
 * `describeStatus` of an instant, with the zone of the times that it names: "Open until 17:00 (New York time)", "Always
 * open".
 *
 * @param status where it has been found already.
 * @throws RangeError for an unknown time zone.
 */
export function describeStatusInZone(
  schedule: Schedule,
  at: Temporal.Instant,
  writeTime: WriteTime,
  status = statusAt(schedule, at),
): string {
  const next = nextChange(schedule, at);
  const words = describeStatus(schedule, at, status, next, writeTime);
  const { cause } = status;
  const isTimeNamed = cause.rule === "override" ? cause.override.until !== null : next !== null;
  return isTimeNamed ? `${words} (${zoneName(schedule.timeZone)} time)` : words;
}

/** An instant as the person says it who reads the clock of `now`: "17:00", "Mon 09:00", "Fri 27 Nov 09:00", "24:00". */
export function describeTime(
  now: Temporal.ZonedDateTime,
  instant: Temporal.Instant,
  { isClosing, isWeekly, writeTime }: { isClosing: boolean; isWeekly: boolean; writeTime: WriteTime },
): string {
  const then = instant.toZonedDateTimeISO(now.timeZoneId);
  const isEndOfDay = isClosing && then.toPlainTime().equals(new Temporal.PlainTime());
  const date = isEndOfDay ? then.toPlainDate().subtract({ days: 1 }) : then.toPlainDate();
  const day = dayToName(now.toPlainDate(), date, isWeekly);
  const words = writeTime(date, then.toPlainTime(), { day, isEndOfDay });
  const earlier = then.toPlainDateTime().toZonedDateTime(then.timeZoneId, { disambiguation: "earlier" });
  return earlier.equals(then) ? words : `${words} (clocks gone back)`;
}

function dayToName(today: Temporal.PlainDate, date: Temporal.PlainDate, isWeekly: boolean): NamedDay {
  const daysAhead = today.until(date).days;
  if (daysAhead === 0) return "none";
  if (isWeekly && daysAhead <= 6) return "weekday";
  return date.year === today.year ? "date" : "dateAndYear";
}
