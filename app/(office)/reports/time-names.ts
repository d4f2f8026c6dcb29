import { formatTime } from "@/app/_format/format-time";
import { hourInWords } from "@/app/_format/wall-time";

/** A Monday. */
const firstOfWeek = Date.UTC(2026, 10, 23);
const dayMilliseconds = 24 * 3_600_000;

const nameIn = (locale: string, options: Intl.DateTimeFormatOptions, milliseconds: number): string =>
  formatTime(milliseconds, locale, { ...options, timeZone: "UTC" });

/** The hours of a day as a locale writes them, from midnight on: "9 AM", or "09". */
export const hourNames = (locale: string): { value: number; label: string }[] =>
  Array.from({ length: 24 }, (_, value) => ({
    value,
    label: hourInWords(value, locale),
  }));

/** The days of the week, Monday first (ISO 8601), short for a chart and in full. */
export const weekdayNames = (locale: string): { value: number; label: string; longLabel: string }[] =>
  Array.from({ length: 7 }, (_, day) => {
    const milliseconds = firstOfWeek + day * dayMilliseconds;
    return {
      value: day + 1,
      label: nameIn(locale, { weekday: "short" }, milliseconds),
      longLabel: nameIn(locale, { weekday: "long" }, milliseconds),
    };
  });
