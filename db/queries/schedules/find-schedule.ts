import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { schedules } from "@/db/schema";
import type { Schedule } from "@/lib/schedule/types";
import { type ScheduleJson, scheduleAsJson, scheduleFromJson } from "../call-path/schedule-json";

export interface NamedSchedule {
  id: string;
  name: string;
  version: number;
  /** With all of its exceptions, those long past too; in order. */
  schedule: Schedule;
}

const beforeAllExceptions = "1970-01-01";

export async function findSchedule(db: Database, id: string): Promise<NamedSchedule | null> {
  const [found] = await db
    .select({
      id: schedules.id,
      name: schedules.name,
      version: schedules.version,
      schedule: sql<ScheduleJson>`${scheduleAsJson}`,
    })
    .from(schedules)
    .where(eq(schedules.id, id))
    .prepare("find_schedule")
    .execute({ today: beforeAllExceptions });
  return found ? { ...found, schedule: inOrder(scheduleFromJson(found.schedule)) } : null;
}

const inOrder = (schedule: Schedule): Schedule => ({
  ...schedule,
  windows: schedule.windows.toSorted(
    (one, other) => one.weekday - other.weekday || one.opensAt.localeCompare(other.opensAt),
  ),
  exceptions: schedule.exceptions.toSorted((one, other) => one.startsOn.localeCompare(other.startsOn)),
});
