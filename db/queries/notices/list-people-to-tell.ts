import { and, eq, gt, notExists, or, type SQL, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import {
  actionPeople,
  actions,
  people,
  personPhones,
  templateParameters,
  voicemailNotices,
  voicemails,
} from "@/db/schema";
import { voicemailParameters } from "@/lib/call/voicemail-parameters";
import type { NotifiedPerson } from "@/lib/notices/recipients";

/** A message, and whom the action that took it names to be told. */
export interface MessageToTell {
  voicemailId: string;
  people: NotifiedPerson[];
}

const numbersOfPerson = sql`(
  select coalesce(json_agg(${personPhones.number} order by ${personPhones.position}), '[]')
  from ${personPhones} where ${personPhones.personId} = ${people.id}
)`;

// A statement of its own within another, so that Drizzle writes out which table each column is of.
const peopleToTell = sql`
  select json_agg(json_build_object(
    'personId', ${people.id}, 'name', ${people.name}, 'email', ${people.email},
    'isToldByEmail', coalesce(${people.isToldByEmail}, false), 'isToldByText', coalesce(${people.isToldByText}, false),
    'numbers', case when ${actionPeople.number} is null then ${numbersOfPerson} else json_build_array(${actionPeople.number}) end
  ) order by ${actionPeople.position})
  from ${actionPeople}
  join ${templateParameters} on ${templateParameters.id} = ${actionPeople.parameterId}
    and ${templateParameters.key} = ${voicemailParameters.notify}
  left join ${people} on ${people.id} = ${actionPeople.personId}
  where ${actionPeople.actionId} = ${voicemails.actionId}
`;

async function listWhere(db: Database, condition: SQL | undefined): Promise<MessageToTell[]> {
  const rows = await db
    .select({ voicemailId: voicemails.id, people: sql<NotifiedPerson[]>`(${peopleToTell})` })
    .from(voicemails)
    .where(and(sql`(${peopleToTell}) is not null`, condition));
  return rows;
}

/** Whom a message's action names now; null when there is no such message, or nobody is named. */
export async function findPeopleToTell(
  db: Database,
  message: { voicemailId: string } | { recordingSid: string },
): Promise<MessageToTell | null> {
  const isIt =
    "voicemailId" in message
      ? eq(voicemails.id, message.voicemailId)
      : eq(voicemails.recordingSid, message.recordingSid);
  const [found] = await listWhere(db, isIt);
  return found ?? null;
}

/**
 * Messages of which nobody has been told, though somebody is named: those kept since `recent`, and those kept since
 * `unchanged` whose action names today whom it named then.
 */
export const listUntoldMessages = (
  db: Database,
  { recent, unchanged }: { recent: Temporal.Instant; unchanged: Temporal.Instant },
): Promise<MessageToTell[]> => {
  const isSince = (instant: Temporal.Instant) =>
    gt(voicemails.createdAt, new Date(instant.epochMilliseconds));
  const isAsItWas = sql`exists (
    select from ${actions}
    where ${actions.id} = ${voicemails.actionId} and ${actions.updatedAt} <= ${voicemails.createdAt}
  )`;
  return listWhere(
    db,
    and(
      or(isSince(recent), and(isSince(unchanged), isAsItWas)),
      notExists(
        db
          .select({ one: sql`1` })
          .from(voicemailNotices)
          .where(eq(voicemailNotices.voicemailId, voicemails.id)),
      ),
    ),
  );
};
