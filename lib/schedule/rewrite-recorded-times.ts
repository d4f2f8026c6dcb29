import { Temporal } from "temporal-polyfill";
import { shortMonths, shortWeekdays, type WriteTime } from "./write-time";

/** What `writeRecordTime` writes, after the "until" that it always follows in words about a status. */
const recorded = new RegExp(
  `\\buntil (?:(${shortWeekdays.join("|")}) )?(?:(\\d{1,2}) (${shortMonths.join("|")}) (?:(\\d{4}) )?)?([01]\\d|2[0-4]):([0-5]\\d)\\b`,
  "g",
);

/** The words of a record, with their times as somebody is used to: "Open until 17:00" may become "Open until 5:00 PM". */
export const rewriteRecordedTimes = (words: string, write: WriteTime): string =>
  words.replace(recorded, (as, weekday, day, month, year, hour, minute) => {
    const date = day
      ? dateOf({ day: Number(day), month: shortMonths.indexOf(month) + 1, weekday, year })
      : monday.add({ days: Math.max(0, shortWeekdays.indexOf(weekday)) });
    const isEndOfDay = hour === "24";
    if (!date || (isEndOfDay && minute !== "00")) return as;
    return `until ${write(date, new Temporal.PlainTime(isEndOfDay ? 0 : Number(hour), Number(minute)), {
      day: year ? "dateAndYear" : day ? "date" : weekday ? "weekday" : "none",
      isEndOfDay,
    })}`;
  });

const monday = new Temporal.PlainDate(2026, 11, 23);

/** Every day of the year falls on every weekday within these years. */
const yearsOfAllCalendars = Array.from({ length: 28 }, (_, index) => 2000 + index);

/** A date that is written like this: the year is one that fits where none is told. Null where there is no such date. */
function dateOf(told: { day: number; month: number; weekday?: string; year?: string }) {
  for (const year of told.year ? [Number(told.year)] : yearsOfAllCalendars) {
    const yearMonth = new Temporal.PlainYearMonth(year, told.month);
    if (told.day < 1 || told.day > yearMonth.daysInMonth) continue;
    const date = yearMonth.toPlainDate({ day: told.day });
    if (!told.weekday || shortWeekdays[date.dayOfWeek - 1] === told.weekday) return date;
  }
  return null;
}
