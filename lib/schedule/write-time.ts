import type { Temporal } from "temporal-polyfill";

/** What is said of the day that a time is on: nothing where that is today, its weekday, its date, or that with the year. */
export type NamedDay = "none" | "weekday" | "date" | "dateAndYear";

/**
 * Writes a wall-clock time with its day. `isEndOfDay`: the midnight at which the day named ends, rather than the one at
 * which it begins.
 */
export type WriteTime = (
  date: Temporal.PlainDate,
  time: Temporal.PlainTime,
  as: { day: NamedDay; isEndOfDay: boolean },
) => string;

export const shortWeekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
export const shortMonths = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
];

/**
 * As records have it, which are written once for everybody, and on the call path, where nobody looks on: "17:00",
 * "Mon 09:00", "Fri 27 Nov 09:00", "Fri 1 Jan 2027 24:00". No locale has a say, so it stays the same on every engine, and
 * `rewriteRecordedTimes` can read it back.
 */
export const writeRecordTime: WriteTime = (date, time, { day, isEndOfDay }) => {
  const words = [isEndOfDay ? "24:00" : time.toString({ smallestUnit: "minute" })];
  if (day === "dateAndYear") words.unshift(`${date.year}`);
  if (day === "date" || day === "dateAndYear") words.unshift(`${date.day} ${shortMonths[date.month - 1]}`);
  if (day !== "none") words.unshift(`${shortWeekdays[date.dayOfWeek - 1]}`);
  return words.join(" ");
};
