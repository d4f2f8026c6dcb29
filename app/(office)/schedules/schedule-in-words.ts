import type { InWords } from "@/db/queries/activity/record-activity";
import type { Hours } from "@/lib/schedule/hours-schema";
import { MINUTES_PER_DAY } from "@/lib/schedule/read-hours";
import type { ScheduleException, WallTime, Window } from "@/lib/schedule/types";
import { spanOf } from "./_week/edited-window";
import { weekdays } from "./_week/weekdays";

/** "09:00–17:00, 22:00–06:00", "closed". `timeInWords` is for a page; a record is written once for everybody. */
export function windowsInWords(
  windows: readonly Window[],
  timeInWords = (time: WallTime): string => time,
): string {
  if (windows.length === 0) return "closed";
  return windows
    .toSorted((one, other) => one.opensAt.localeCompare(other.opensAt))
    .map((window) => {
      const span = spanOf(window);
      const isWholeDay = span?.opens === 0 && span.closes === MINUTES_PER_DAY;
      return isWholeDay ? "all day" : `${timeInWords(window.opensAt)}–${timeInWords(window.closesAt)}`;
    })
    .join(", ");
}

const exceptionInWords = ({ startsOn, endsOn, label, windows }: ScheduleException): string =>
  `${label} (${startsOn}${endsOn === startsOn ? "" : ` to ${endsOn}`}, ${windowsInWords(windows)})`;

/** How a schedule is, for the record of who changed what: a line for each day, so that only those that changed are kept. */
export function scheduleInWords({ name, timeZone, windows, exceptions }: Hours & { name: string }): InWords {
  const days = weekdays.map(({ weekday, name: day }) => [
    day,
    windowsInWords(windows.filter((window) => window.weekday === weekday)),
  ]);
  return {
    Name: name,
    "Time zone": timeZone,
    ...Object.fromEntries(days),
    "Holidays and special hours":
      exceptions
        .toSorted((one, other) => one.startsOn.localeCompare(other.startsOn))
        .map(exceptionInWords)
        .join("; ") || "none",
  };
}
