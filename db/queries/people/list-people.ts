import { asc, desc, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { counted, totalOfAll } from "@/db/queries/lists/counted";
import {
  anywhere,
  firstRow,
  type Listed,
  type ListRequest,
  rowsPerPage,
} from "@/db/queries/lists/list-request";
import { people, personPhones } from "@/db/schema";
import { type Person, phonesOfPerson } from "./find-person";

export const personSorts = ["name", "extension", "away"] as const;
type PersonSort = (typeof personSorts)[number];

export type ListedPerson = Omit<Person, "version">;

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
      phones: phonesOfPerson,
      total: totalOfAll,
    })
    .from(people)
    .where(search ? found(search) : undefined)
    .orderBy(sql`${order(columns[sort])} nulls last`, columns.name, people.id)
    .limit(rowsPerPage)
    .offset(firstRow(request));
  return counted(rows);
}

/** Digits are looked for in phones only where nothing but a number is typed: "Floor 2" is no phone. */
function found(search: string): SQL {
  const words = anywhere(search);
  // The zero that many countries dial before a national number is not in its E.164 form.
  const digits = /^[\d\s()+./\u00a0-]+$/.test(search) ? search.replace(/\D/g, "").replace(/^0+/, "") : "";
  return sql`(
    ${people.name} ilike ${words} or ${people.email} ilike ${words} or ${people.extension} ilike ${words}
    or (${digits} <> '' and exists (
      select from ${personPhones}
      where ${personPhones.personId} = ${people.id} and ${personPhones.number} like ${anywhere(digits)}
    ))
  )`;
}
