import { inArray, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import {
  actions,
  actionTargets,
  firmSettings,
  greetings,
  people,
  personPhones,
  phoneNumbers,
} from "@/db/schema";
import type { CallAction, Firm, GreetingRecording } from "@/lib/call/setup";
import type { Schedule } from "@/lib/schedule/types";
import {
  type ActionJson,
  actionFromJson,
  type RecordingJson,
  recordingFromJson,
} from "../call-path/action-from-json";
import { actionsAsJson, dutyAsJson, recordingsOfGreeting } from "../call-path/action-json";
import { epochMilliseconds } from "../call-path/epoch-milliseconds";
import { firmAsJson } from "../call-path/firm-json";
import { type ScheduleJson, scheduleFromJson } from "../call-path/schedule-json";

/** Whom an action rings, as far as a preview needs to know. */
export interface KnownPerson {
  id: string;
  name: string;
  awayUntil: Temporal.Instant | null;
  /** Hours of their own; null while they are always on duty. */
  duty: Schedule | null;
  /** E.164 or SIP addresses, those that are rung. */
  numbers: string[];
}

/** A greeting that an action plays. */
export interface KnownGreeting {
  id: string;
  name: string;
  recordings: GreetingRecording[];
}

/** Everything that the values of an action refer to. */
export interface ActionParts {
  firm: Firm;
  /** ISO 3166-1 alpha-2: how numbers are read and written. */
  country: string;
  people: KnownPerson[];
  /** The actions asked for and all that they lead to, however far. */
  actions: CallAction[];
  greetings: KnownGreeting[];
  /** Which of the numbers are work numbers of ours. */
  ownNumbers: string[];
}

interface PersonJson extends Omit<KnownPerson, "awayUntil" | "duty"> {
  awayUntil: number | null;
  duty: ScheduleJson | null;
}

interface GreetingJson extends Omit<KnownGreeting, "recordings"> {
  recordings: RecordingJson[] | null;
}

interface Wanted {
  personIds: readonly string[];
  actionIds: readonly string[];
  greetingIds?: readonly string[];
  numbers: readonly string[];
  /** The instant asked about, where it is not now. */
  at?: Temporal.Instant;
}

/**
 * What the values of an action refer to, in one statement. What does not exist is not in the answer. Each part stands one
 * deeper than it looks needed: see `templateAsJson`.
 */
export async function findActionParts(db: Database, wanted: Wanted): Promise<ActionParts> {
  const { personIds, actionIds, greetingIds = [], numbers, at } = wanted;
  const today = at ? sql`${at.toString().slice(0, 10)}::date` : sql`current_date`;
  const reached = sql`(
    with recursive reached(id) as (
      select ${actions.id} from ${actions} where ${among(actions.id, actionIds)}
      union
      select ${actionTargets.targetActionId} from ${actionTargets}
      join reached on reached.id = ${actionTargets.actionId}
    )
    select id from reached
  )`;
  const [row] = await db
    .select({
      firm: sql<Firm>`${firmAsJson}`,
      country: firmSettings.country,
      people: sql<PersonJson[]>`${sql`coalesce((
        select json_agg(json_build_object(
          'id', ${people.id}, 'name', ${people.name}, 'awayUntil', ${epochMilliseconds(people.awayUntil)},
          'duty', ${dutyAsJson(today)}, 'numbers', coalesce((
            select json_agg(${personPhones.number} order by ${personPhones.position})
            from ${personPhones} where ${personPhones.personId} = ${people.id} and ${personPhones.isRung}
          ), '[]')
        ))
        from ${people} where ${among(people.id, personIds)}
      ), '[]')`}`,
      actions: sql<ActionJson[] | null>`${actionsAsJson(sql`${actions.id} in ${reached}`, today)}`,
      greetings: sql<GreetingJson[]>`${sql`coalesce((
        select json_agg(json_build_object(
          'id', ${greetings.id}, 'name', ${greetings.name}, 'recordings', ${recordingsOfGreeting}
        ))
        from ${greetings} where ${among(greetings.id, greetingIds)}
      ), '[]')`}`,
      ownNumbers: sql<string[]>`${sql`coalesce((
        select json_agg(${phoneNumbers.number}) from ${phoneNumbers} where ${among(phoneNumbers.number, numbers)}
      ), '[]')`}`,
    })
    .from(firmSettings);
  if (!row) throw new Error("The row of firm_settings is missing: the database has not been migrated.");
  return {
    ...row,
    people: row.people.map((person) => ({
      ...person,
      awayUntil: person.awayUntil === null ? null : Temporal.Instant.fromEpochMilliseconds(person.awayUntil),
      duty: person.duty && scheduleFromJson(person.duty),
    })),
    actions: (row.actions ?? []).map(actionFromJson),
    greetings: row.greetings.map(({ recordings, ...greeting }) => ({
      ...greeting,
      recordings: (recordings ?? []).map(recordingFromJson),
    })),
  };
}

const among = (column: Parameters<typeof inArray>[0], values: readonly string[]) =>
  values.length > 0 ? inArray(column, values) : sql`false`;
