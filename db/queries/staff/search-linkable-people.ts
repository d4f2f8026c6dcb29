import { and, eq, ilike, ne, notExists, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { people, staffUsers } from "@/db/schema";
import { mostFound } from "../actions/search-choices";
import { anywhere } from "../lists/list-request";

/**
 * The people that a staff user can be, whose name or extension holds a text: those whom nobody else is, in the order of
 * their names.
 */
export const searchLinkablePeople = (
  db: Database,
  { staffUserId, search }: { staffUserId: string; search: string },
): Promise<{ id: string; name: string; extension: string | null }[]> =>
  db
    .select({ id: people.id, name: people.name, extension: people.extension })
    .from(people)
    .where(
      and(
        or(ilike(people.name, anywhere(search)), ilike(people.extension, anywhere(search))),
        notExists(
          db
            .select({ one: sql`1` })
            .from(staffUsers)
            .where(and(eq(staffUsers.personId, people.id), ne(staffUsers.id, staffUserId))),
        ),
      ),
    )
    .orderBy(sql`lower(${people.name})`, people.id)
    .limit(mostFound);
