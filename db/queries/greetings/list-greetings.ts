import { asc, desc, ilike, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actionGreetings, greetingRecordings, greetings } from "@/db/schema";
import { counted, totalOfAll } from "../lists/counted";
import { anywhere, firstRow, type Listed, type ListRequest, rowsPerPage } from "../lists/list-request";
import { type LibraryRecording, libraryRecording, recordingsAsJson } from "./recordings-json";

export const greetingSorts = ["name", "changed"] as const;

export interface ListedGreeting {
  id: string;
  name: string;
  recordings: LibraryRecording[];
  /** Actions that play it. */
  uses: number;
  updatedAt: Date;
}

const order = { name: sql`lower(${greetings.name})`, changed: greetings.updatedAt };

/** One page of the greetings whose name, or what one of whose recordings is for, holds what is searched for. */
export async function listGreetings(
  db: Database,
  request: ListRequest<(typeof greetingSorts)[number]>,
): Promise<Listed<ListedGreeting>> {
  const { search, sort, isDescending } = request;
  const usesOf = sql`(
    select count(distinct ${actionGreetings.actionId})::int from ${actionGreetings}
    where ${actionGreetings.greetingId} = ${greetings.id}
  )`;
  const hasLabel = sql`exists (
    select from ${greetingRecordings}
    where ${greetingRecordings.greetingId} = ${greetings.id} and ${greetingRecordings.label} ilike ${anywhere(search)}
  )`;
  const rows = await db
    .select({
      id: greetings.id,
      name: greetings.name,
      recordings: recordingsAsJson,
      // One deeper than it looks needed: see `templateAsJson`.
      uses: sql<number>`${usesOf}`,
      updatedAt: greetings.updatedAt,
      total: totalOfAll,
    })
    .from(greetings)
    .where(search ? or(ilike(greetings.name, anywhere(search)), hasLabel) : undefined)
    .orderBy(isDescending ? desc(order[sort]) : asc(order[sort]), order.name, greetings.id)
    .limit(rowsPerPage)
    .offset(firstRow(request));
  return counted(rows.map((row) => ({ ...row, recordings: row.recordings.map(libraryRecording) })));
}
