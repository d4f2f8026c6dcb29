import { Temporal } from "temporal-polyfill";
import { MILLISECONDS_PER_DAY, readHours } from "./read-hours";
import { overrideAt } from "./status-at";
import type { Schedule, ScheduleStatus } from "./types";
import { type WallReading, wallReadingOf } from "./wall-reading";
import { wallStretchAt } from "./wall-stretch-at";

/** [start, end), or from `start` for ever when `end` is null. */
export interface Stretch extends ScheduleStatus {
  start: Temporal.Instant;
  end: Temporal.Instant | null;
}

/**
 * Everything that a schedule says from an instant on, stretch after stretch without gaps, as far as the
 * caller cares to go: it ends only where nothing changes any more. Neighbours may be alike, since a stretch
 * may also end where the clocks change.
 *
 * @throws RangeError for an unknown time zone, and as `readHours` does.
 */
export function* stretchesFrom(schedule: Schedule, from: Temporal.Instant): Generator<Stretch, void> {
  const hours = readHours(schedule);
  let start: Temporal.Instant | null = from;
  const override = overrideAt(schedule, from);
  if (override) {
    const end = override.until;
    yield { start, end, isOpen: override.isOpen, cause: { rule: "override", override } };
    start = end;
  }
  while (start) {
    const local: Temporal.ZonedDateTime = start.toZonedDateTimeISO(schedule.timeZone);
    const { endsAt, isOpen, cause } = wallStretchAt(hours, wallReadingOf(local));
    const end = instantOfEnd(local, endsAt);
    yield { start, end, isOpen, cause };
    start = end;
  }
}

/**
 * How long a stretch of the wall clock, from `local` to `endsAt`, surely lasts: to its end, or to a clock
 * change that may lead out of it (over its end, which then takes effect at the jump, or back to before it),
 * where the wall clock has to be read again.
 */
function instantOfEnd(local: Temporal.ZonedDateTime, endsAt: WallReading | null): Temporal.Instant | null {
  const wall = wallReadingOf(local);
  const clockChange = local.getTimeZoneTransition("next")?.epochMilliseconds ?? null;
  const clockChangeBefore = (limit: number) =>
    clockChange !== null && clockChange < limit ? clockChange : null;

  // Temporal keeps every offset under 24 hours, so no clock change leads out of a stretch while UTC's own clock
  // is a day inside it. An endless stretch thus needs no endless search, and one of years skips its changes.
  const safeFrom = wall + MILLISECONDS_PER_DAY;
  if (endsAt === null) {
    return instantOf(clockChangeBefore(safeFrom));
  }
  const safeUntil = endsAt - MILLISECONDS_PER_DAY;
  if (safeFrom < safeUntil) {
    return instantOf(clockChangeBefore(safeFrom) ?? safeUntil);
  }
  // Between clock changes the wall clock runs as time does.
  const end = local.epochMilliseconds + (endsAt - wall);
  return instantOf(clockChangeBefore(end) ?? end);
}

function instantOf(epochMilliseconds: number | null): Temporal.Instant | null {
  return epochMilliseconds === null ? null : Temporal.Instant.fromEpochMilliseconds(epochMilliseconds);
}
