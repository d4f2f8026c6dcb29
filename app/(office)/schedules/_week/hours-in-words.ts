import { wallTimeInWords } from "@/app/_format/wall-time";
import { MINUTES_PER_DAY } from "@/lib/schedule/read-hours";
import type { WallTime, WeeklyWindow, Window } from "@/lib/schedule/types";
import { spanOf } from "./edited-window";
import { dayAfter, weekdayName } from "./weekdays";

const closing = (closesAt: WallTime, locale: string) =>
  closesAt === "24:00" ? "midnight" : wallTimeInWords(closesAt, locale);

/** "09:00 to 17:00", "22:00 to 06:00 on Saturday", "18:00 to midnight", "all day". */
export function hoursInWords(window: WeeklyWindow, locale: string): string {
  const span = spanOf(window);
  if (!span) return "hours that are not complete";
  if (span.opens === 0 && span.closes === MINUTES_PER_DAY) return "all day";
  const next = span.closes > MINUTES_PER_DAY ? ` on ${weekdayName(dayAfter(window.weekday))}` : "";
  return `${wallTimeInWords(window.opensAt, locale)} to ${closing(window.closesAt, locale)}${next}`;
}

/** What two times alone do not say: where they run past midnight, and into which day. Null where they say it all. */
export function closingNote(window: Window, nextDay: string, locale: string): string | null {
  const span = spanOf(window);
  if (!span || span.closes < MINUTES_PER_DAY) return null;
  if (span.closes > MINUTES_PER_DAY) return `until ${wallTimeInWords(window.closesAt, locale)} on ${nextDay}`;
  return span.opens === 0 ? "the whole day" : "to midnight";
}
