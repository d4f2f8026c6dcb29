import { MINUTES_PER_DAY } from "./read-hours";
import type { WallTime } from "./types";

/**
 * The wall-clock time that is so many minutes after a day's midnight; past the day's end it is one of the next day:
 * 1440 is "24:00" where a window closes, and 1500 is "01:00".
 */
export function wallTimeAt(minute: number): WallTime {
  const ofDay = minute > MINUTES_PER_DAY ? minute - MINUTES_PER_DAY : minute;
  return `${twoDigits(Math.floor(ofDay / 60))}:${twoDigits(ofDay % 60)}`;
}

const twoDigits = (value: number): string => String(value).padStart(2, "0");
