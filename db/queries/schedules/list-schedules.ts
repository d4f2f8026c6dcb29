import { asc, desc, ilike, or, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { counted, totalOfAll } from "@/db/queries/lists/counted";
import {
  anywhere,
  firstRow,
  type Listed,
  type ListRequest,
  rowsPerPage,
} from "@/db/queries/lists/list-request";
import { configurations, schedules } from "@/db/schema";
import type { Schedule } from "@/lib/schedule/types";
import { type ScheduleJson, scheduleAsJson, scheduleFromJson } from "../call-path/schedule-json";

export const scheduleSorts = ["name", "zone", "uses"] as const;

export interface ListedSchedule {
  id: string;
  name: string;
  /** As the webhook looks it up: without exceptions that are over. */
  schedule: Schedule;
  /** How many configurations use it. */
  uses: number;
}

const uses = sql`(
  select count(*)::int from ${configurations} where ${configurations.scheduleId} = ${schedules.id}
)`;

/** Found by a part of the name or of the zone, "new york" included. */
export async function listSchedules(
  db: Database,
  { at, ...request }: ListRequest<(typeof scheduleSorts)[number]> & { at: Temporal.Instant },
): Promise<Listed<ListedSchedule>> {
  const { search, sort, isDescending } = request;
  const order = isDescending ? desc : asc;
  const name = sql`lower(${schedules.name})`;
  const sortedBy = { name, zone: schedules.timeZone, uses }[sort];
  const rows = await db
    .select({
      id: schedules.id,
      name: schedules.name,
      schedule: sql<ScheduleJson>`${scheduleAsJson}`,
      // Wrapped, since Drizzle takes the table's name off the columns of an expression that is selected from one table.
      uses: sql<number>`${uses}`,
      total: totalOfAll,
    })
    .from(schedules)
    .where(
      search
        ? or(
            ilike(schedules.name, anywhere(search)),
            ilike(sql`replace(${schedules.timeZone}, '_', ' ')`, anywhere(search.replaceAll("_", " "))),
          )
        : undefined,
    )
    .orderBy(order(sortedBy), name, schedules.id)
    .limit(rowsPerPage)
    .offset(firstRow(request))
    .prepare("list_schedules")
    .execute({ today: at.toString().slice(0, 10) });
  const listed = counted(rows);
  return {
    ...listed,
    rows: listed.rows.map((row) => ({ ...row, schedule: scheduleFromJson(row.schedule) })),
  };
}
