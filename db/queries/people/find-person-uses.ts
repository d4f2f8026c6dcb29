import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actionPeople, actions, people, staffUsers, templateParameters, voicemails } from "@/db/schema";
import { voicemailParameters } from "@/lib/call/voicemail-parameters";

export interface PersonUses {
  /** What rings them or tells them of messages, in the order of the names: while there is any, they cannot be deleted. */
  actions: { id: string; name: string; rings: boolean; tells: boolean }[];
  /** Who signs in and is this person. */
  staffUser: { id: string; name: string } | null;
  /** Messages that are theirs to answer. */
  voicemailCount: number;
}

/** Whoever stands in this parameter is told of a message that was left, and not rung. */
const isTelling = sql`(${templateParameters.key} = ${voicemailParameters.notify})`;

// Statements of their own within another, so that Drizzle writes out which table each id is of: see `phonesOfPerson`.
const actionsAsJson = sql`
  select json_agg(json_build_object('id', action.id, 'name', action.name, 'rings', action.rings, 'tells', action.tells)
    order by lower(action.name))
  from (
    select ${actions.id}, ${actions.name}, bool_or(not ${isTelling}) as rings, bool_or(${isTelling}) as tells
    from ${actionPeople}
    join ${actions} on ${actions.id} = ${actionPeople.actionId}
    join ${templateParameters} on ${templateParameters.id} = ${actionPeople.parameterId}
    where ${actionPeople.personId} = ${people.id}
    group by ${actions.id}
  ) as action
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
