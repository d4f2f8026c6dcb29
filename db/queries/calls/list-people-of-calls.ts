import { asc, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { people } from "@/db/schema";

/** More would make a list that nobody reads. */
const mostOffered = 500;

/** The people whose calls can be asked for, by name. */
export const listPeopleOfCalls = (db: Database): Promise<{ id: string; name: string }[]> =>
  db
    .select({ id: people.id, name: people.name })
    .from(people)
    .orderBy(asc(sql`lower(${people.name})`), asc(people.id))
    .limit(mostOffered);
