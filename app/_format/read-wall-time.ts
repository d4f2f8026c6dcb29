import { Temporal } from "temporal-polyfill";

/** What a browser's datetime-local sends, "2026-11-23T09:00", as a date and time by some clock; null when it is none. */
export function readWallTime(typed: string): Temporal.PlainDateTime | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(typed)) return null;
  try {
    return Temporal.PlainDateTime.from(typed);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** An instant as a datetime-local shows it, by the clock of a zone. */
export const wallTimeToType = (instant: Temporal.Instant, timeZone: string): string =>
  instant.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: "minute" });
