import { asc, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { counted, totalOfAll } from "@/db/queries/lists/counted";
import {
  anywhere,
  firstRow,
  type Listed,
  type ListRequest,
  rowsPerPage,
} from "@/db/queries/lists/list-request";
import { digitsOfNumber } from "@/db/queries/lists/typed-number";
import { people, personPhones, schedules } from "@/db/schema";
import type { Schedule } from "@/lib/schedule/types";
import { type ScheduleJson, scheduleAsJsonOn, scheduleFromJson } from "../call-path/schedule-json";
import { type Person, phonesOfPerson } from "./find-person";

export const personSorts = ["name", "extension", "away"] as const;
type PersonSort = (typeof personSorts)[number];

export type ListedPerson = Pick<Person, "id" | "name" | "extension" | "email" | "awayUntil" | "phones"> & {
  /** Hours of their own; null while they are always on duty. */
  duty: { name: string; schedule: Schedule } | null;
};

const dutyAsJson = sql<{
  name: string;
  schedule: ScheduleJson;
} | null>`case when ${schedules.id} is not null then
  json_build_object('name', ${schedules.name}, 'schedule', ${scheduleAsJsonOn(sql`current_date`)})
end`;

/** Extensions as numbers: 20 comes before 101. */
const columns: Record<PersonSort, SQL> = {
  name: sql`lower(${people.name})`,
  extension: sql`${people.extension}::int`,
  // Whoever is back comes last.
  away: sql`case when ${people.awayUntil} > now() then ${people.awayUntil} end`,
};

/**
 * One page of the people whose name, e-mail address or extension holds what is searched for, or one of whose phones
 * holds its digits; in one statement.
 */
export async function listPeople(
  db: Database,
  request: ListRequest<PersonSort>,
): Promise<Listed<ListedPerson>> {
  const { search, sort, isDescending } = request;
  const order = isDescending ? desc : asc;
  const rows = await db
    .select({
      id: people.id,
      name: people.name,
      extension: people.extension,
      email: people.email,
      awayUntil: people.awayUntil,
      duty: dutyAsJson,
      phones: phonesOfPerson,
      total: totalOfAll,
    })
    .from(people)
    .leftJoin(schedules, eq(schedules.id, people.dutyScheduleId))
    .where(search ? found(search) : undefined)
    .orderBy(sql`${order(columns[sort])} nulls last`, columns.name, people.id)
    .limit(rowsPerPage)
    .offset(firstRow(request));
  return counted(
    rows.map(({ duty, ...row }) => ({
      ...row,
      duty: duty && { ...duty, schedule: scheduleFromJson(duty.schedule) },
    })),
  );
}

/** Digits are looked for in phones only where nothing but a number is typed: "Floor 2" is no phone. An address is text. */
function found(search: string): SQL {
  const words = anywhere(search);
  const digits = digitsOfNumber(search);
  return sql`(
    ${people.name} ilike ${words} or ${people.email} ilike ${words} or ${people.extension} ilike ${words}
    or exists (
      select from ${personPhones}
      where ${personPhones.personId} = ${people.id} and ${personPhones.number} like 'sip%' and ${personPhones.number} ilike ${words}
    )
    or (${digits} <> '' and exists (
      select from ${personPhones}
      where ${personPhones.personId} = ${people.id} and ${personPhones.number} like ${anywhere(digits)}
    ))
  )`;
}
