import { Temporal } from "temporal-polyfill";
import type { LocalDate, Schedule, StatusCause, WallTime, Window } from "./types";

/** A window in minutes since the midnight that begins its own day; past midnight `closesMinute` exceeds 1440. */
export interface DayWindow {
  opensMinute: number;
  closesMinute: number;
}

/** A date as a number that sorts as dates do: 26 November 2026 is 20261126. */
export type DateNumber = number;

export interface DatedHours {
  firstDate: DateNumber;
  lastDate: DateNumber;
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

/**
 * Reads the windows and exceptions of a schedule.
 *
 * @throws RangeError naming the text at fault: a time that is not HH:MM, an opening at 24:00, a weekday
 * outside 1–7, a date that does not exist, an exception that ends before it starts, two that share a date.
 */
export function readHours(schedule: Schedule): Hours {
  const weekly: DayWindow[][] = Array.from({ length: 8 }, () => []);
  for (const window of schedule.windows) {
    const ofWeekday = Number.isInteger(window.weekday) && window.weekday >= 1 ? weekly[window.weekday] : null;
    if (!ofWeekday) {
      throw new RangeError(`Weekday ${window.weekday} is not 1 (Monday) to 7 (Sunday).`);
    }
    ofWeekday.push(readWindow(window));
  }

  const dated = schedule.exceptions.map((exception): DatedHours => {
    const firstDate = readDate(exception.startsOn);
    const lastDate = readDate(exception.endsOn);
    if (lastDate < firstDate) {
      throw new RangeError(
        `"${exception.label}" ends on ${exception.endsOn}, before it starts on ${exception.startsOn}.`,
      );
    }
    const cause: StatusCause = { rule: "exception", exception };
    return { firstDate, lastDate, windows: exception.windows.map(readWindow), cause };
  });
  dated.sort((a, b) => a.firstDate - b.firstDate);
  for (const [i, hours] of dated.entries()) {
    const before = dated[i - 1];
    if (before && hours.firstDate <= before.lastDate) {
      throw new RangeError(`${quoteLabel(before)} and ${quoteLabel(hours)} share a date.`);
    }
  }
  return { weekly, dated };
}

export function dateNumberOf(date: Temporal.PlainDate): DateNumber {
  return date.year * 10_000 + date.month * 100 + date.day;
}

export function dateOf(number: DateNumber): Temporal.PlainDate {
  const year = Math.floor(number / 10_000);
  return new Temporal.PlainDate(year, Math.floor(number / 100) % 100, number % 100);
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

function readMinute(time: WallTime): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? /^(24):(00)$/.exec(time) ?? [];
  if (hours === undefined) {
    throw new RangeError(`"${time}" is not a time from "00:00" to "24:00".`);
  }
  return Number(hours) * 60 + Number(minutes);
}

function readDate(date: LocalDate): DateNumber {
  const [, year, month, day] = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.exec(date) ?? [];
  if (year === undefined || (Number(day) > 28 && !isInCalendar(date))) {
    throw new RangeError(`"${date}" is not a date of the calendar in the form YYYY-MM-DD.`);
  }
  return Number(year) * 10_000 + Number(month) * 100 + Number(day);
}

/** Every month has a 28th, so only later days are worth asking for: years of holidays are read on each call. */
function isInCalendar(date: LocalDate): boolean {
  try {
    Temporal.PlainDate.from(date);
    return true;
  } catch {
    return false;
  }
}

function quoteLabel({ cause }: DatedHours): string {
  return cause.rule === "exception" ? `"${cause.exception.label}"` : cause.rule;
}
