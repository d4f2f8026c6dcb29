import { MINUTES_PER_DAY, readMinute } from "./read-hours";
import type { WeeklyWindow } from "./types";

const MINUTES_PER_WEEK = 7 * MINUTES_PER_DAY;

/**
 * The pairs of weekly windows that share a minute of the week, overnight ones and the one that runs from Sunday into
 * Monday included. Windows that only touch share none. Harmless, since they count as one, but hardly ever meant.
 *
 * @throws RangeError for a time that is not HH:MM.
 */
export function overlappingWindows<Item extends WeeklyWindow>(windows: readonly Item[]): [Item, Item][] {
  const stretches = windows.map((window) => {
    const opens = readMinute(window.opensAt);
    const closes = readMinute(window.closesAt);
    const dayStart = (window.weekday - 1) * MINUTES_PER_DAY;
    return {
      window,
      start: dayStart + opens,
      length: closes > opens ? closes - opens : closes - opens + MINUTES_PER_DAY,
    };
  });
  return stretches.flatMap((one, i) =>
    stretches.slice(i + 1).flatMap((other): [Item, Item][] => {
      const isShared =
        minutesAfter(one.start, other.start) < one.length ||
        minutesAfter(other.start, one.start) < other.length;
      return isShared ? [[one.window, other.window]] : [];
    }),
  );
}

const minutesAfter = (start: number, minute: number): number =>
  (minute - start + MINUTES_PER_WEEK) % MINUTES_PER_WEEK;
