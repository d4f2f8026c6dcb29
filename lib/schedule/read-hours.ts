import type { LocalDate, Schedule, StatusCause, WallTime, Window } from "./types";

/** A window in minutes since the midnight that begins its own day; past midnight `closesMinute` exceeds 1440. */
export interface DayWindow {
  opensMinute: number;
  closesMinute: number;
}

/** A date as the number of days since 1 January 1970: it sorts as dates do, and the next day is one more. */
export type DayNumber = number;

export interface DatedHours {
  firstDay: DayNumber;
  lastDay: DayNumber;
  windows: readonly DayWindow[];
  cause: StatusCause;
}

/** What a schedule says in wall-clock terms: no zone, no override, every text checked and turned into numbers. */
export interface Hours {
  /** By ISO weekday; index 0 is unused. */
  weekly: readonly (readonly DayWindow[])[];
  /** Exceptions in the order of their dates. */
  dated: readonly DatedHours[];
}

export const MINUTES_PER_DAY = 24 * 60;
export const MILLISECONDS_PER_DAY = MINUTES_PER_DAY * 60_000;

/**
 * A schedule is asked several things for each call, and reading it costs more than any of them. So it must not be
 * changed in place once it was asked: an edited schedule is a new object.
 */
const alreadyRead = new WeakMap<Schedule, Hours>();

/**
 * Reads the windows and exceptions of a schedule.
 *
 * @throws RangeError naming the text at fault: a time that is not HH:MM, an opening at 24:00, a weekday
 * outside 1–7, a date that does not exist, an exception that ends before it starts, two that share a date.
 */
export function readHours(schedule: Schedule): Hours {
  let hours = alreadyRead.get(schedule);
  if (!hours) {
    hours = { weekly: readWeekly(schedule), dated: readDated(schedule) };
    alreadyRead.set(schedule, hours);
  }
  return hours;
}

function readWeekly(schedule: Schedule): Hours["weekly"] {
  const weekly: DayWindow[][] = Array.from({ length: 8 }, () => []);
  for (const window of schedule.windows) {
    const ofWeekday = Number.isInteger(window.weekday) && window.weekday >= 1 ? weekly[window.weekday] : null;
    if (!ofWeekday) {
      throw new RangeError(`Weekday ${window.weekday} is not 1 (Monday) to 7 (Sunday).`);
    }
    ofWeekday.push(readWindow(window));
  }
  return weekly;
}

function readDated(schedule: Schedule): Hours["dated"] {
  const dated = schedule.exceptions.map((exception): DatedHours => {
    const firstDay = readDay(exception.startsOn);
    const lastDay = readDay(exception.endsOn);
    if (lastDay < firstDay) {
      throw new RangeError(
        `"${exception.label}" ends on ${exception.endsOn}, before it starts on ${exception.startsOn}.`,
      );
    }
    const cause: StatusCause = { rule: "exception", exception };
    return { firstDay, lastDay, windows: exception.windows.map(readWindow), cause };
  });
  dated.sort((a, b) => a.firstDay - b.firstDay);
  for (const [i, hours] of dated.entries()) {
    const before = dated[i - 1];
    if (before && hours.firstDay <= before.lastDay) {
      throw new RangeError(`${quoteLabel(before)} and ${quoteLabel(hours)} share a date.`);
    }
  }
  return dated;
}

/** 1 January 1970 was a Thursday. */
export function weekdayOf(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

function readWindow(window: Window): DayWindow {
  const opensMinute = readMinute(window.opensAt);
  const closesMinute = readMinute(window.closesAt);
  if (opensMinute === MINUTES_PER_DAY) {
    throw new RangeError('A window cannot open at "24:00": open it at "00:00" on the next day.');
  }
  return {
    opensMinute,
    closesMinute: closesMinute > opensMinute ? closesMinute : closesMinute + MINUTES_PER_DAY,
  };
}

/**
 * Minutes since midnight, 1440 for "24:00".
 *
 * @throws RangeError for anything else.
 */
export function readMinute(time: WallTime): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? /^(24):(00)$/.exec(time) ?? [];
  if (hours === undefined) {
    throw new RangeError(`"${time}" is not a time from "00:00" to "24:00".`);
  }
  return Number(hours) * 60 + Number(minutes);
}

function readDay(date: LocalDate): DayNumber {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  // JavaScript reads 31 November as 1 December.
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(date)) {
    throw new RangeError(`"${date}" is not a date of the calendar in the form YYYY-MM-DD.`);
  }
  return time / MILLISECONDS_PER_DAY;
}

function quoteLabel({ cause }: DatedHours): string {
  return cause.rule === "exception" ? `"${cause.exception.label}"` : cause.rule;
}
