import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actionPeople, actions, people, staffUsers, voicemails } from "@/db/schema";

export interface PersonUses {
  /** What rings them, in the order of the names: while there is any, they cannot be deleted. */
  actions: { id: string; name: string }[];
  /** Who signs in and is this person. */
  staffUser: { id: string; name: string } | null;
  /** Messages that are theirs to answer. */
  voicemailCount: number;
}

// Statements of their own within another, so that Drizzle writes out which table each id is of: see `phonesOfPerson`.
const actionsAsJson = sql`
  select json_agg(json_build_object('id', ${actions.id}, 'name', ${actions.name}) order by lower(${actions.name}))
  from ${actions} where exists (
    select from ${actionPeople}
    where ${actionPeople.actionId} = ${actions.id} and ${actionPeople.personId} = ${people.id}
  )
`;
const staffUserAsJson = sql`
  select json_build_object('id', ${staffUsers.id}, 'name', ${staffUsers.name})
  from ${staffUsers} where ${staffUsers.personId} = ${people.id}
`;
const voicemailCount = sql`select count(*)::int from ${voicemails} where ${voicemails.assignedToId} = ${people.id}`;

/** Everything that refers to a person, in one statement; nothing does to somebody who is not there. */
export async function findPersonUses(db: Database, id: string): Promise<PersonUses> {
  const [found] = await db
    .select({
      actions: sql<PersonUses["actions"]>`coalesce((${actionsAsJson}), '[]')`,
      staffUser: sql<PersonUses["staffUser"]>`(${staffUserAsJson})`,
      voicemailCount: sql<number>`(${voicemailCount})`,
    })
    .from(people)
    .where(eq(people.id, id));
  return found ?? { actions: [], staffUser: null, voicemailCount: 0 };
}
