import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { people, personPhones, schedules } from "@/db/schema";

export interface Phone {
  label: string;
  /** E.164, or a SIP address. */
  number: string;
  /** A phone that is not rung is kept for reference alone. */
  isRung: boolean;
}

export interface Person {
  id: string;
  name: string;
  /** Two to five digits. */
  extension: string | null;
  email: string | null;
  /** Not rung before this instant. */
  awayUntil: Date | null;
  /** Hours of their own, outside which they are not rung; null while they are always on duty. */
  dutySchedule: { id: string; name: string } | null;
  /** How they learn of a voicemail that is left for them. */
  isToldByEmail: boolean;
  isToldByText: boolean;
  version: number;
  /** In the order in which they are rung. */
  phones: Phone[];
}

/** A person with their phones, in one statement. */
export async function findPerson(db: Database, id: string): Promise<Person | null> {
  const [found] = await db
    .select({
      id: people.id,
      name: people.name,
      extension: people.extension,
      email: people.email,
      awayUntil: people.awayUntil,
      dutySchedule: { id: schedules.id, name: schedules.name },
      isToldByEmail: people.isToldByEmail,
      isToldByText: people.isToldByText,
      version: people.version,
      phones: phonesOfPerson,
    })
    .from(people)
    .leftJoin(schedules, eq(schedules.id, people.dutyScheduleId))
    .where(eq(people.id, id));
  return found ?? null;
}

/**
 * A statement of its own within another: of what stands directly in a column of a select from one table, Drizzle leaves
 * out the names of the tables, and `people.id` would be taken for the phone's.
 */
const phonesAsJson = sql`
  select json_agg(json_build_object(
    'label', ${personPhones.label}, 'number', ${personPhones.number}, 'isRung', ${personPhones.isRung}
  ) order by ${personPhones.position})
  from ${personPhones} where ${personPhones.personId} = ${people.id}
`;

/** The phones of a row of `people`, as a column of a statement about it. */
export const phonesOfPerson = sql<Phone[]>`coalesce((${phonesAsJson}), '[]')`;
