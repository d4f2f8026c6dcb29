import { type DayNumber, type DayWindow, type Hours, MINUTES_PER_DAY } from "./read-hours";
import { ruleOnDate } from "./rule-on-date";
import type { ScheduleStatus, StatusCause } from "./types";
import { dayAndMinuteOf, type WallReading } from "./wall-reading";

/** [startMinute, endMinute) of one local date by the wall clock, with one status and one cause. */
export interface DayPart extends ScheduleStatus {
  startMinute: number;
  endMinute: number;
}

/**
 * How a local date goes by the wall clock, from its midnight to the next: in order, without gaps, and no two
 * neighbours alike. Causes of the same `hours` are alike when they are the same object.
 */
export function dayParts(hours: Hours, day: DayNumber): [DayPart, ...DayPart[]] {
  const today = ruleOnDate(hours, day);
  const yesterday = ruleOnDate(hours, day - 1);
  // An exception cuts off whatever ran into its first day, and carries its own windows from day to day.
  const isCutOff = today.cause.rule === "exception" && today.cause !== yesterday.cause;
  // Yesterday's come first: an exception's tail is the cause even where a weekly window opens under it.
  const windows = [
    ...(isCutOff
      ? []
      : yesterday.windows.map((window) => withCause(window, yesterday.cause, MINUTES_PER_DAY))),
    ...today.windows.map((window) => withCause(window, today.cause, 0)),
  ];

  const partFrom = (startMinute: number): DayPart => {
    const window = windows.find((w) => w.opensMinute <= startMinute && startMinute < w.closesMinute);
    const cause = window?.cause ?? today.cause;
    return { startMinute, endMinute: MINUTES_PER_DAY, isOpen: window !== undefined, cause };
  };
  let last = partFrom(0);
  const parts: [DayPart, ...DayPart[]] = [last];
  const edges = windows.flatMap((window) => [window.opensMinute, window.closesMinute]);
  for (const edge of edges.filter((e) => e > 0 && e < MINUTES_PER_DAY).sort((a, b) => a - b)) {
    const part = partFrom(edge);
    if (!isAlike(part, last)) {
      last.endMinute = edge;
      parts.push(part);
      last = part;
    }
  }
  return parts;
}

/** The part of a date that a wall-clock reading falls in. Seconds need no looking at: parts change on minutes. */
export function dayPartAt(hours: Hours, wall: WallReading): DayPart {
  const { day, minute } = dayAndMinuteOf(wall);
  const [first, ...others] = dayParts(hours, day);
  return others.findLast((part) => part.startMinute <= minute) ?? first;
}

/** Whether two statuses of the same `hours` are the same in outcome and cause. */
export function isAlike(a: ScheduleStatus, b: ScheduleStatus): boolean {
  return a.isOpen === b.isOpen && a.cause === b.cause;
}

function withCause(window: DayWindow, cause: StatusCause, minutesAgo: number) {
  return {
    opensMinute: window.opensMinute - minutesAgo,
    closesMinute: window.closesMinute - minutesAgo,
    cause,
  };
}
