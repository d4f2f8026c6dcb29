import type { Schedule, ScheduleException, Window } from "../types";

/**
 * A second, naive opinion on what a schedule says, to hold the real one against. It shares nothing with it:
 * the wall clock is read through Intl, times and dates are compared as text, and every rule is spelled out for
 * one minute at a time.
 */

interface WallReading {
  date: string;
  time: string;
}

const DAY_MS = 86_400_000;

/** The answer in words: whether open, and "override", "weekly" or the exception's label. */
export function oracleAt(schedule: Schedule, epochMs: number): string {
  const { override } = schedule;
  if (override && (override.until === null || nanoseconds(epochMs) < override.until.epochNanoseconds)) {
    return `${override.isOpen ? "open" : "closed"}: override`;
  }

  const { date, time } = readWall(schedule.timeZone, epochMs);
  const yesterday = new Date(Date.parse(date) - DAY_MS).toISOString().slice(0, 10);
  const exceptionToday = exceptionOn(schedule, date);
  const exceptionYesterday = exceptionOn(schedule, yesterday);

  const isOpenSinceYesterday =
    (exceptionToday === undefined || exceptionToday === exceptionYesterday) &&
    windowsOf(schedule, exceptionYesterday, yesterday).some(
      (w) => w.closesAt <= w.opensAt && time < w.closesAt,
    );
  if (isOpenSinceYesterday && exceptionYesterday) {
    return `open: ${exceptionYesterday.label}`;
  }
  const isOpenToday = windowsOf(schedule, exceptionToday, date).some(
    (w) => w.opensAt <= time && (time < w.closesAt || w.closesAt <= w.opensAt),
  );
  const isOpen = isOpenSinceYesterday || isOpenToday;
  return `${isOpen ? "open" : "closed"}: ${exceptionToday?.label ?? "weekly"}`;
}

function exceptionOn(schedule: Schedule, date: string): ScheduleException | undefined {
  return schedule.exceptions.find((e) => e.startsOn <= date && date <= e.endsOn);
}

function windowsOf(
  schedule: Schedule,
  onDate: ScheduleException | undefined,
  date: string,
): readonly Window[] {
  const weekday = new Date(date).getUTCDay() || 7;
  return onDate ? onDate.windows : schedule.windows.filter((w) => w.weekday === weekday);
}

function nanoseconds(epochMs: number): bigint {
  return BigInt(epochMs) * 1_000_000n;
}

/** Intl is slow, and the same minutes are asked for over and over: each is read once. */
const readings = new Map<string, WallReading>();
const formats = new Map<string, Intl.DateTimeFormat>();

function readWall(timeZone: string, epochMs: number): WallReading {
  const key = `${timeZone} ${epochMs}`;
  let reading = readings.get(key);
  if (!reading) {
    const format = formats.get(timeZone) ?? formatOf(timeZone);
    formats.set(timeZone, format);
    const [month, day, year, hour, minute] = format.format(epochMs).match(/\d+/g) ?? [];
    reading = { date: `${year}-${month}-${day}`, time: `${hour}:${minute}` };
    readings.set(key, reading);
  }
  return reading;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
}
