import type { Temporal } from "temporal-polyfill";
import { type DayNumber, MILLISECONDS_PER_DAY } from "./read-hours";

/**
 * What the clock on the wall shows, as the milliseconds since 1970 that it would show if it were UTC's. Only good for
 * reading the wall clock itself: two of them differ by elapsed time only while no clock change lies between.
 */
export type WallReading = number;

const MILLISECONDS_PER_MINUTE = 60_000;

export function wallReadingOf(local: Temporal.ZonedDateTime): WallReading {
  return local.epochMilliseconds + local.offsetNanoseconds / 1e6;
}

export function dayAndMinuteOf(wall: WallReading): { day: DayNumber; minute: number } {
  const day = Math.floor(wall / MILLISECONDS_PER_DAY);
  return { day, minute: Math.floor((wall - day * MILLISECONDS_PER_DAY) / MILLISECONDS_PER_MINUTE) };
}

export function wallReadingAt(day: DayNumber, minute: number): WallReading {
  return day * MILLISECONDS_PER_DAY + minute * MILLISECONDS_PER_MINUTE;
}
