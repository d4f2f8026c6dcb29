import type { Temporal } from "temporal-polyfill";
import { stretchesFrom } from "./stretches-from";
import type { Schedule, StatusChange } from "./types";

/**
 * The first instant after `at` at which the schedule opens or closes, however far off it lies, or null when it
 * never does again. A change of cause alone (an exception that is closed like the evening before it) does not
 * count; an override that lapses into another status does, and so does a clock change that goes back into, or
 * jumps over, an opening.
 *
 * @throws RangeError for an unknown time zone, and as `readHours` does.
 */
export function nextChange(schedule: Schedule, at: Temporal.Instant): StatusChange | null {
  let isOpenAtFirst: boolean | null = null;
  for (const { start, isOpen } of stretchesFrom(schedule, at)) {
    isOpenAtFirst ??= isOpen;
    if (isOpen !== isOpenAtFirst) {
      return { at: start, isOpen };
    }
  }
  return null;
}
