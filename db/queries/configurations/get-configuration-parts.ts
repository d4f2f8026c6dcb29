import { eq, sql } from "drizzle-orm";
import { type AnyPgColumn, alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { actions, firmSettings, phoneNumbers, schedules } from "@/db/schema";

export interface ConfigurationPartIds {
  phoneNumberId: string;
  scheduleId: string;
  openActionId: string;
  closedActionId: string;
}

/** What the parts of a configuration are called; one that does not exist is called nothing. */
export interface ConfigurationParts {
  /** E.164. */
  number: string;
  numberName: string;
  scheduleName: string;
  openActionName: string;
  closedActionName: string;
}

const nameOf = (column: AnyPgColumn) => sql<string>`coalesce(${column}, '')`;

const openAction = alias(actions, "open_action");
const closedAction = alias(actions, "closed_action");

/**
 * In one statement, with how the firm writes numbers (ISO 3166-1 alpha-2).
 *
 * @throws if the database has not been migrated.
 */
export async function getConfigurationParts(
  db: Database,
  ids: ConfigurationPartIds,
): Promise<ConfigurationParts & { country: string }> {
  const [found] = await db
    .select({
      number: nameOf(phoneNumbers.number),
      numberName: nameOf(phoneNumbers.friendlyName),
      scheduleName: nameOf(schedules.name),
      openActionName: nameOf(openAction.name),
      closedActionName: nameOf(closedAction.name),
      country: firmSettings.country,
    })
    .from(firmSettings)
    .leftJoin(phoneNumbers, eq(phoneNumbers.id, ids.phoneNumberId))
    .leftJoin(schedules, eq(schedules.id, ids.scheduleId))
    .leftJoin(openAction, eq(openAction.id, ids.openActionId))
    .leftJoin(closedAction, eq(closedAction.id, ids.closedActionId));
  if (!found) throw new Error("The row of firm_settings is missing: the database has not been migrated.");
  return found;
}
