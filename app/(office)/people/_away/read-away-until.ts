import { Temporal } from "temporal-polyfill";
import { readWallTime, wallTimeToType } from "@/app/_format/read-wall-time";

/** What the away field sends for a date without a time, or a time without a date. */
export const incomplete = "incomplete";

interface Moment {
  /** The firm's. */
  timeZone: string;
  now: Temporal.Instant;
}

/**
 * The instant that the away field names, by the firm's clock; null when it is empty, and a sentence when it is none.
 * A time that the clocks skip is the moment after, and of one that comes twice the first.
 */
export function readAwayUntil(
  typed: string,
  { timeZone, now }: Moment,
): { at: Date | null } | { fault: string } {
  if (typed === "") return { at: null };
  const until = readWallTime(typed)?.toZonedDateTime(timeZone).toInstant();
  if (!until) return { fault: "Enter the whole date and the time, or clear it." };
  if (Temporal.Instant.compare(until, now) <= 0) return { fault: "This time has passed already." };
  return { at: new Date(until.epochMilliseconds) };
}

/** As the away field shows an instant; empty once it has passed: they are back. */
export function awayToType(awayUntil: Date | null, { timeZone, now }: Moment): string {
  if (!awayUntil || awayUntil.getTime() <= now.epochMilliseconds) return "";
  return wallTimeToType(Temporal.Instant.fromEpochMilliseconds(awayUntil.getTime()), timeZone);
}
