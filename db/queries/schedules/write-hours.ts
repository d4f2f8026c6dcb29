import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Database } from "@/db/client";
import { scheduleExceptions, scheduleExceptionWindows, schedules, scheduleWindows } from "@/db/schema";
import type { ScheduleException, WeeklyWindow, Window } from "@/lib/schedule/types";

export interface NewSchedule {
  id: string;
  name: string;
  timeZone: string;
  windows: readonly WeeklyWindow[];
  exceptions: readonly ScheduleException[];
}

/** The statements that make a schedule, for a batch. */
export const insertSchedule = (db: Database, schedule: NewSchedule): BatchItem<"pg">[] => [
  db.insert(schedules).values({ id: schedule.id, name: schedule.name, timeZone: schedule.timeZone }),
  ...insertHours(db, schedule),
];

/** The statements that put other hours in the place of a schedule's, for a batch that begins with `raiseVersion`. */
export const replaceSchedule = (db: Database, schedule: NewSchedule): BatchItem<"pg">[] => [
  db
    .update(schedules)
    .set({ name: schedule.name, timeZone: schedule.timeZone })
    .where(eq(schedules.id, schedule.id)),
  db.delete(scheduleWindows).where(eq(scheduleWindows.scheduleId, schedule.id)),
  db.delete(scheduleExceptions).where(eq(scheduleExceptions.scheduleId, schedule.id)),
  ...insertHours(db, schedule),
];

function insertHours(db: Database, { id, windows, exceptions }: NewSchedule): BatchItem<"pg">[] {
  const weekly = once(windows, ({ weekday, ...hours }) => `${weekday} ${textOf(hours)}`);
  const dated = exceptions.map((exception) => ({ ...exception, id: randomUUID() }));
  const own = dated.flatMap(({ id: exceptionId, windows: hours }) =>
    once(hours, textOf).map(({ opensAt, closesAt }) => ({ exceptionId, opensAt, closesAt })),
  );
  return [
    ...(weekly.length > 0
      ? [
          db.insert(scheduleWindows).values(
            weekly.map(({ weekday, opensAt, closesAt }) => ({
              scheduleId: id,
              weekday,
              opensAt,
              closesAt,
            })),
          ),
        ]
      : []),
    ...(dated.length > 0
      ? [
          db.insert(scheduleExceptions).values(
            dated.map(({ id: exceptionId, startsOn, endsOn, label }) => ({
              id: exceptionId,
              scheduleId: id,
              startsOn,
              endsOn,
              label,
            })),
          ),
        ]
      : []),
    ...(own.length > 0 ? [db.insert(scheduleExceptionWindows).values(own)] : []),
  ];
}

const textOf = ({ opensAt, closesAt }: Window): string => `${opensAt}-${closesAt}`;

/** The same hours twice mean no more than once, and the database keeps them once. */
const once = <Item>(items: readonly Item[], textOfItem: (item: Item) => string): Item[] => [
  ...new Map(items.map((item) => [textOfItem(item), item])).values(),
];
