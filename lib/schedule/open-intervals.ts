import type { Temporal } from "temporal-polyfill";
import { timeline } from "./timeline";
import type { OpenInterval, Schedule } from "./types";

/**
 * When a schedule is open between two instants: [start, end) intervals in order, merged so that none touches
 * another, clipped to [from, to).
 *
 * @throws RangeError when `to` is before `from`, for an unknown time zone, and as `readHours` does.
 */
export function openIntervals(
  schedule: Schedule,
  from: Temporal.Instant,
  to: Temporal.Instant,
): OpenInterval[] {
  const intervals: OpenInterval[] = [];
  for (const { start, end, isOpen } of timeline(schedule, from, to)) {
    if (!isOpen) {
      continue;
    }
    const last = intervals.at(-1);
    if (last?.end.equals(start)) {
      last.end = end;
    } else {
      intervals.push({ start, end });
    }
  }
  return intervals;
}
