import type { Temporal } from "temporal-polyfill";
import { isBefore } from "./is-before";
import { timeline } from "./timeline";
import type { LocalDate, Schedule, TimelineStretch } from "./types";

/** Where the wall clock jumps, and what it shows before and after: "02:00" and "03:00" in spring. */
export interface ClockChange {
  at: Temporal.Instant;
  isForward: boolean;
  from: string;
  to: string;
}

export interface TimelinePart extends TimelineStretch {
  /** Where in its day it begins and ends, from 0 to 1 of the time that the day really takes. */
  startFraction: number;
  endFraction: number;
}

export interface TimelineDay {
  date: LocalDate;
  parts: TimelinePart[];
  clockChange: ClockChange | null;
}

/**
 * What a schedule says from an instant on, cut at the midnights of its zone: `days` dates, the first of them that of
 * `from` and begun only there.
 *
 * @throws RangeError for an unknown time zone, and as `readHours` does.
 */
export function timelineByDate(schedule: Schedule, from: Temporal.Instant, days: number): TimelineDay[] {
  const today = from.toZonedDateTimeISO(schedule.timeZone).toPlainDate();
  const midnightOf = (ahead: number) => today.add({ days: ahead }).toZonedDateTime(schedule.timeZone);
  const stretches = timeline(schedule, from, midnightOf(days).toInstant());
  return Array.from({ length: days }, (_, ahead) => {
    const midnight = midnightOf(ahead);
    const start = midnight.toInstant();
    const end = midnightOf(ahead + 1).toInstant();
    return {
      date: midnight.toPlainDate().toString(),
      parts: stretches.flatMap((stretch) => partWithin(stretch, start, end)),
      clockChange: clockChangeWithin(midnight, end),
    };
  });
}

function partWithin(stretch: TimelineStretch, dayStart: Temporal.Instant, dayEnd: Temporal.Instant) {
  const start = isBefore(stretch.start, dayStart) ? dayStart : stretch.start;
  const end = isBefore(dayEnd, stretch.end) ? dayEnd : stretch.end;
  if (!isBefore(start, end)) {
    return [];
  }
  const dayMilliseconds = dayEnd.epochMilliseconds - dayStart.epochMilliseconds;
  const fractionAt = (at: Temporal.Instant) =>
    (at.epochMilliseconds - dayStart.epochMilliseconds) / dayMilliseconds;
  return [{ ...stretch, start, end, startFraction: fractionAt(start), endFraction: fractionAt(end) }];
}

/** A change at the very midnight belongs to the day that begins there. */
function clockChangeWithin(midnight: Temporal.ZonedDateTime, end: Temporal.Instant): ClockChange | null {
  const after = midnight.subtract({ nanoseconds: 1 }).getTimeZoneTransition("next");
  if (!after || !isBefore(after.toInstant(), end)) {
    return null;
  }
  const jump = after.offsetNanoseconds - after.subtract({ nanoseconds: 1 }).offsetNanoseconds;
  const to = after.toPlainDateTime();
  const time = { smallestUnit: "minute" } as const;
  return {
    at: after.toInstant(),
    isForward: jump > 0,
    from: to.subtract({ nanoseconds: jump }).toPlainTime().toString(time),
    to: to.toPlainTime().toString(time),
  };
}
