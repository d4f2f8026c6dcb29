import type { Temporal } from "temporal-polyfill";

/** A day of the week as ISO 8601 numbers it: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A wall-clock time, "HH:MM" from "00:00" to "24:00". Only a closing time may be "24:00". */
export type WallTime = string;

/** A local calendar date, "YYYY-MM-DD". */
export type LocalDate = string;

/**
 * A half-open stretch of one day: open at `opensAt`, closed again at `closesAt`. A `closesAt` at or before
 * `opensAt` runs past midnight and belongs to the day that it opens on, so 09:00–09:00 is 24 hours.
 */
export interface Window {
  opensAt: WallTime;
  closesAt: WallTime;
}

export interface WeeklyWindow extends Window {
  weekday: Weekday;
}

/**
 * Holidays and special hours: from `startsOn` to `endsOn`, both included. The windows hold on every one of
 * those dates; no windows means closed.
 */
export interface ScheduleException {
  startsOn: LocalDate;
  endsOn: LocalDate;
  label: string;
  windows: readonly Window[];
}

/**
 * Somebody's word that the office is open or closed, until an instant or until lifted (`until: null`). It
 * has no beginning: whoever asks about a time before it was set passes the schedule without it.
 */
export interface Override {
  isOpen: boolean;
  until: Temporal.Instant | null;
  reason: string;
  setBy: string;
}

export interface Schedule {
  /** IANA name, such as "America/New_York". */
  timeZone: string;
  windows: readonly WeeklyWindow[];
  /** No two share a date; the order does not matter. */
  exceptions: readonly ScheduleException[];
  override: Override | null;
}

/** Which rule decided, in the order of precedence. */
export type StatusCause =
  | { rule: "override"; override: Override }
  | { rule: "exception"; exception: ScheduleException }
  | { rule: "weekly" };

export interface StatusChange {
  at: Temporal.Instant;
  isOpen: boolean;
}

export interface ScheduleStatus {
  isOpen: boolean;
  cause: StatusCause;
}

/** [start, end): a stretch during which the schedule is open. */
export interface OpenInterval {
  start: Temporal.Instant;
  end: Temporal.Instant;
}

/** [start, end): a stretch during which the status and the rule behind it stay the same. */
export interface TimelineStretch extends ScheduleStatus {
  start: Temporal.Instant;
  end: Temporal.Instant;
}
