import { Temporal } from "temporal-polyfill";
import type { LocalDate, WallTime } from "@/lib/schedule/types";
import type { NamedDay, WriteTime } from "@/lib/schedule/write-time";
import { clockFields, formatTime, isTwelveHour } from "./format-time";

const aDay = new Temporal.PlainDate(2026, 11, 23);
const midnight = new Temporal.PlainTime();

const fieldsFor: Record<NamedDay, Intl.DateTimeFormatOptions> = {
  none: {},
  weekday: { weekday: "short" },
  date: { weekday: "short", day: "numeric", month: "short" },
  dateAndYear: { weekday: "short", day: "numeric", month: "short", year: "numeric" },
};

/**
 * How times in words about a schedule are written for a locale: "5:00 PM" and "Fri, Nov 27, 9:00 AM", or "17:00" and
 * "Fri 27 Nov, 09:00". The end of a day is "24:00" where hours are counted to 24, and "midnight" elsewhere.
 */
export const timeWriter =
  (locale: string): WriteTime =>
  (date, time, { day, isEndOfDay }) => {
    if (!isEndOfDay) return format(date, time, locale, { ...fieldsFor[day], ...clockFields(locale) });
    const named = day === "none" ? "" : format(date, midnight, locale, fieldsFor[day]);
    if (isTwelveHour(locale)) return named ? `midnight at the end of ${named}` : "midnight";
    return [named, "24:00"].filter(Boolean).join(named.includes(",") ? ", " : " ");
  };

/** "17:00" as a locale writes it: "5:00 PM". The end of a day as `timeWriter` has it. */
export const wallTimeInWords = (time: WallTime, locale: string): string =>
  time === "24:00"
    ? timeWriter(locale)(aDay, midnight, { day: "none", isEndOfDay: true })
    : timeWriter(locale)(aDay, Temporal.PlainTime.from(time), { day: "none", isEndOfDay: false });

/** The marks of a day's hours, from 0 to 24: "9 AM", "12 AM" at both ends; or "09", "24". */
export const hourInWords = (hour: number, locale: string): string =>
  hour === 24 && !isTwelveHour(locale)
    ? "24"
    : format(aDay, Temporal.PlainTime.from({ hour: hour % 24 }), locale, { hour: "numeric" });

/** The time by the clocks of a zone: "5:00 PM". */
export const clockInWords = (at: Temporal.Instant, timeZone: string, locale: string): string =>
  formatTime(at.epochMilliseconds, locale, { ...clockFields(locale), timeZone });

/** "Mon, Nov 23": a date as a locale writes it; with its year where that is asked for. */
export const dateInWords = (date: LocalDate, locale: string, isWithYear = false): string =>
  format(Temporal.PlainDate.from(date), midnight, locale, fieldsFor[isWithYear ? "dateAndYear" : "date"]);

const format = (
  date: Temporal.PlainDate,
  time: Temporal.PlainTime,
  locale: string,
  fields: Intl.DateTimeFormatOptions,
): string =>
  formatTime(date.toZonedDateTime({ timeZone: "UTC", plainTime: time }).epochMilliseconds, locale, {
    ...fields,
    timeZone: "UTC",
  });
