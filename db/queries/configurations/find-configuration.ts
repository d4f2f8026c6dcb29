import { eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { actions, configurations, phoneNumbers, schedules } from "@/db/schema";
import type { KnownSettings } from "@/lib/twilio/rest/number-state";

/** A configuration with the names of what it brings together, and with how its number stands at Twilio. */
export interface FoundConfiguration extends KnownSettings {
  id: string;
  name: string;
  version: number;
  isActive: boolean;
  takesKnownCallersOnly: boolean;
  phoneNumberId: string;
  /** E.164. */
  number: string;
  numberName: string;
  numberVersion: number;
  scheduleId: string;
  scheduleName: string;
  openActionId: string;
  openActionName: string;
  closedActionId: string;
  closedActionName: string;
}

const openAction = alias(actions, "open_action");
const closedAction = alias(actions, "closed_action");

export async function findConfiguration(db: Database, id: string): Promise<FoundConfiguration | null> {
  const [found] = await db
    .select({
      id: configurations.id,
      name: configurations.name,
      version: configurations.version,
      isActive: configurations.isActive,
      takesKnownCallersOnly: configurations.takesKnownCallersOnly,
      phoneNumberId: configurations.phoneNumberId,
      number: phoneNumbers.number,
      numberName: phoneNumbers.friendlyName,
      numberVersion: phoneNumbers.version,
      scheduleId: configurations.scheduleId,
      scheduleName: schedules.name,
      openActionId: configurations.openActionId,
      openActionName: openAction.name,
      closedActionId: configurations.closedActionId,
      closedActionName: closedAction.name,
      twilioSid: phoneNumbers.twilioSid,
      goneSince: phoneNumbers.goneSince,
      settingsBefore: phoneNumbers.settingsBefore,
      settingsWanted: phoneNumbers.settingsWanted,
      settingsConfirmed: phoneNumbers.settingsConfirmed,
      previewOrigin: phoneNumbers.previewOrigin,
    })
    .from(configurations)
    .innerJoin(phoneNumbers, eq(phoneNumbers.id, configurations.phoneNumberId))
    .innerJoin(schedules, eq(schedules.id, configurations.scheduleId))
    .innerJoin(openAction, eq(openAction.id, configurations.openActionId))
    .innerJoin(closedAction, eq(closedAction.id, configurations.closedActionId))
    .where(eq(configurations.id, id));
  return found ?? null;
}
