import type { Temporal } from "temporal-polyfill";
import { nextChange } from "./next-change";
import { statusAt } from "./status-at";
import type { Schedule } from "./types";

/** Instants until which somebody may want to close or open an office. */
export interface OverrideEndings {
  /** In whole minutes. */
  inOneHour: Temporal.Instant;
  /** The midnight that ends today by the schedule's clock. */
  endOfToday: Temporal.Instant;
  /** When it opens next, tomorrow or later, by its own rules; null if it never does, or is open at that midnight. */
  nextOpening: Temporal.Instant | null;
}

/**
 * The usual ends of an override that begins at `at`.
 *
 * @throws RangeError for an unknown time zone, and as `readHours` does.
 */
export function overrideEndings(schedule: Schedule, at: Temporal.Instant): OverrideEndings {
  const ruled: Schedule = { ...schedule, override: null };
  const today = at.toZonedDateTimeISO(schedule.timeZone).toPlainDate();
  const endOfToday = today.add({ days: 1 }).toZonedDateTime(schedule.timeZone).toInstant();
  const opening = statusAt(ruled, endOfToday).isOpen ? null : nextChange(ruled, endOfToday);
  return {
    inOneHour: at.add({ hours: 1 }).round({ smallestUnit: "minute", roundingMode: "ceil" }),
    endOfToday,
    nextOpening: opening?.at ?? null,
  };
}
