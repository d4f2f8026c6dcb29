import type { ScheduleException } from "./types";

type Dates = Pick<ScheduleException, "startsOn" | "endsOn">;

/** Whether two ranges of dates, both ends included, have a date in common. */
export const shareDates = (one: Dates, other: Dates): boolean =>
  one.startsOn <= other.endsOn && other.startsOn <= one.endsOn;
