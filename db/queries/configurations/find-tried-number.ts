import { and, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { configurations, phoneNumbers, scheduleOverrides, schedules } from "@/db/schema";

/** What surrounds a number that somebody tries a call to, and no call needs to know. */
export interface TriedNumber {
  id: string;
  name: string;
  /** Of the active configuration; null while there is none. */
  schedule: {
    id: string;
    name: string;
    /** IANA name. */
    timeZone: string;
    /** Since when it is open or closed by somebody's word; null when it is not. */
    overriddenSince: Date | null;
  } | null;
}

/** @param number E.164. Null when it is none of ours. */
export async function findTriedNumber(db: Database, number: string): Promise<TriedNumber | null> {
  const [found] = await db
    .select({
      id: phoneNumbers.id,
      name: phoneNumbers.friendlyName,
      scheduleId: schedules.id,
      scheduleName: schedules.name,
      timeZone: schedules.timeZone,
      overriddenSince: scheduleOverrides.setAt,
    })
    .from(phoneNumbers)
    .leftJoin(configurations, and(eq(configurations.phoneNumberId, phoneNumbers.id), configurations.isActive))
    .leftJoin(schedules, eq(schedules.id, configurations.scheduleId))
    .leftJoin(scheduleOverrides, eq(scheduleOverrides.scheduleId, schedules.id))
    .where(eq(phoneNumbers.number, number));
  if (!found) return null;
  const { id, name, scheduleId, scheduleName, timeZone, overriddenSince } = found;
  const schedule =
    scheduleId && scheduleName && timeZone
      ? { id: scheduleId, name: scheduleName, timeZone, overriddenSince }
      : null;
  return { id, name, schedule };
}
