import { asc, desc, eq, ilike, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { actions, configurations, phoneNumbers, schedules } from "@/db/schema";
import { counted, totalOfAll } from "../lists/counted";
import { anywhere, firstRow, type Listed, type ListRequest, rowsPerPage } from "../lists/list-request";

export const configurationSorts = ["number", "name", "schedule", "changed"] as const;
export type ConfigurationSort = (typeof configurationSorts)[number];

export interface ListedConfiguration {
  id: string;
  name: string;
  version: number;
  isActive: boolean;
  takesKnownCallersOnly: boolean;
  phoneNumberId: string;
  /** E.164. */
  number: string;
  numberName: string;
  scheduleName: string;
  openActionName: string;
  closedActionName: string;
  /** What the number is answered with now; null while nothing is active for it. */
  activeName: string | null;
}

const openAction = alias(actions, "open_action");
const closedAction = alias(actions, "closed_action");
const active = alias(configurations, "active_configuration");

const order = {
  number: sql`lower(${phoneNumbers.friendlyName})`,
  name: sql`lower(${configurations.name})`,
  schedule: sql`lower(${schedules.name})`,
  changed: configurations.updatedAt,
};

/**
 * One page of the configurations, in one statement. Found by a part of any name that stands in their sentence, or of the
 * number, whatever is typed between its digits. Those of one number stand together, the active one first.
 */
export async function listConfigurations(
  db: Database,
  request: ListRequest<ConfigurationSort>,
): Promise<Listed<ListedConfiguration>> {
  const { search, sort, isDescending } = request;
  const rows = await db
    .select({
      id: configurations.id,
      name: configurations.name,
      version: configurations.version,
      isActive: configurations.isActive,
      takesKnownCallersOnly: configurations.takesKnownCallersOnly,
      phoneNumberId: phoneNumbers.id,
      number: phoneNumbers.number,
      numberName: phoneNumbers.friendlyName,
      scheduleName: schedules.name,
      openActionName: openAction.name,
      closedActionName: closedAction.name,
      activeName: active.name,
      total: totalOfAll,
    })
    .from(configurations)
    .innerJoin(phoneNumbers, eq(phoneNumbers.id, configurations.phoneNumberId))
    .innerJoin(schedules, eq(schedules.id, configurations.scheduleId))
    .innerJoin(openAction, eq(openAction.id, configurations.openActionId))
    .innerJoin(closedAction, eq(closedAction.id, configurations.closedActionId))
    .leftJoin(active, sql`${active.phoneNumberId} = ${phoneNumbers.id} and ${active.isActive}`)
    .where(matches(search))
    .orderBy(
      isDescending ? desc(order[sort]) : asc(order[sort]),
      phoneNumbers.number,
      desc(configurations.isActive),
      order.name,
      configurations.id,
    )
    .limit(rowsPerPage)
    .offset(firstRow(request));
  return counted(rows);
}

function matches(search: string): SQL | undefined {
  if (!search) return undefined;
  const digits = search.replace(/\D/g, "");
  return or(
    ...[
      configurations.name,
      phoneNumbers.friendlyName,
      schedules.name,
      openAction.name,
      closedAction.name,
    ].map((column) => ilike(column, anywhere(search))),
    ilike(phoneNumbers.number, anywhere(search)),
    digits ? ilike(phoneNumbers.number, anywhere(digits)) : undefined,
  );
}
