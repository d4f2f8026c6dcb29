import { asc, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { configurations, people, phoneNumbers } from "@/db/schema";

export interface ScheduleUse {
  configurationId: string;
  configurationName: string;
  isActive: boolean;
  /** E.164. */
  number: string;
  lineName: string;
}

/** The configurations that use a schedule, in the order of their names. */
export const listScheduleUses = (db: Database, scheduleId: string): Promise<ScheduleUse[]> =>
  db
    .select({
      configurationId: configurations.id,
      configurationName: configurations.name,
      isActive: configurations.isActive,
      number: phoneNumbers.number,
      lineName: phoneNumbers.friendlyName,
    })
    .from(configurations)
    .innerJoin(phoneNumbers, eq(phoneNumbers.id, configurations.phoneNumberId))
    .where(eq(configurations.scheduleId, scheduleId))
    .orderBy(asc(configurations.name));

/** The people whose duty a schedule says, in the order of their names. */
export const listPeopleOnDutyBy = (
  db: Database,
  scheduleId: string,
): Promise<{ id: string; name: string }[]> =>
  db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(eq(people.dutyScheduleId, scheduleId))
    .orderBy(sql`lower(${people.name})`, people.id);
