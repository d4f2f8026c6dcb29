import { type SQL, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import {
  scheduleExceptions,
  scheduleExceptionWindows,
  scheduleOverrides,
  schedules,
  scheduleWindows,
} from "@/db/schema/schedules";
import type { Override, Schedule, ScheduleException, WeeklyWindow } from "@/lib/schedule/types";
import { epochMilliseconds } from "./epoch-milliseconds";

/** "HH:MM": the first five characters of a Postgres time, 24:00 included. */
const wallTime = (column: { getSQL(): ReturnType<typeof sql> }) => sql`left(${column}::text, 5)`;

const windows = sql`(
  select json_agg(json_build_object(
    'weekday', ${scheduleWindows.weekday},
    'opensAt', ${wallTime(scheduleWindows.opensAt)}, 'closesAt', ${wallTime(scheduleWindows.closesAt)}
  ))
  from ${scheduleWindows} where ${scheduleWindows.scheduleId} = ${schedules.id}
)`;

const exceptionWindows = sql`(
  select json_agg(json_build_object(
    'opensAt', ${wallTime(scheduleExceptionWindows.opensAt)}, 'closesAt', ${wallTime(scheduleExceptionWindows.closesAt)}
  ))
  from ${scheduleExceptionWindows} where ${scheduleExceptionWindows.exceptionId} = ${scheduleExceptions.id}
)`;

/**
 * From two days ago on: a date is over everywhere a day later, and an overnight window of an exception's last day
 * runs on into the next morning.
 */
const exceptionsFrom = (today: SQL) => sql`(
  select json_agg(json_build_object(
    'startsOn', ${scheduleExceptions.startsOn}, 'endsOn', ${scheduleExceptions.endsOn},
    'label', ${scheduleExceptions.label}, 'windows', coalesce(${exceptionWindows}, '[]')
  ))
  from ${scheduleExceptions}
  where ${scheduleExceptions.scheduleId} = ${schedules.id}
    and ${scheduleExceptions.endsOn} >= ${today} - 2
)`;

const override = sql`(
  select json_build_object(
    'isOpen', ${scheduleOverrides.isOpen}, 'until', ${epochMilliseconds(scheduleOverrides.until)},
    'reason', ${scheduleOverrides.reason}, 'setBy', ${scheduleOverrides.setByName}
  )
  from ${scheduleOverrides} where ${scheduleOverrides.scheduleId} = ${schedules.id}
)`;

/** The UTC date of the instant asked about, where a statement is prepared. */
export const givenToday = sql`${sql.placeholder("today")}::date`;

/** The joined schedule with all that decides it, on the UTC date of the instant asked about. */
export const scheduleAsJsonOn = (today: SQL): SQL => sql`json_build_object(
  'timeZone', ${schedules.timeZone}, 'windows', coalesce(${windows}, '[]'),
  'exceptions', coalesce(${exceptionsFrom(today)}, '[]'), 'override', ${override}
)`;

/** The same, for a statement with the placeholder `today`. */
export const scheduleAsJson = scheduleAsJsonOn(givenToday);

export interface ScheduleJson {
  timeZone: string;
  windows: WeeklyWindow[];
  exceptions: ScheduleException[];
  /** `until` in epoch milliseconds. */
  override: (Omit<Override, "until"> & { until: number | null }) | null;
}

export function scheduleFromJson({ override, ...schedule }: ScheduleJson): Schedule {
  if (!override) return { ...schedule, override };
  const until = override.until === null ? null : Temporal.Instant.fromEpochMilliseconds(override.until);
  return { ...schedule, override: { ...override, until } };
}
