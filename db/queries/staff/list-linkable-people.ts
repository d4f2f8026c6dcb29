import { and, eq, ne, notExists, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { people, staffUsers } from "@/db/schema";

/** The people that a staff user can be: those whom nobody else is, in the order of their names. */
export const listLinkablePeople = (
  db: Database,
  staffUserId: string,
): Promise<{ id: string; name: string }[]> =>
  db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(
      notExists(
        db
          .select({ one: sql`1` })
          .from(staffUsers)
          .where(and(eq(staffUsers.personId, people.id), ne(staffUsers.id, staffUserId))),
      ),
    )
    .orderBy(sql`lower(${people.name})`, people.id);
