import { type SQL, sql } from "drizzle-orm";
import { actionGreetings, actionParameters, actionPeople, actions, actionTargets } from "@/db/schema/actions";
import { callEvents, takerKey } from "@/db/schema/calls";
import { greetingRecordings, greetings } from "@/db/schema/greetings";
import { people, personPhones } from "@/db/schema/people";
import { schedules } from "@/db/schema/schedules";
import { templateParameters, templates } from "@/db/schema/templates";
import { idleLongest, orderKey } from "@/lib/call/ring-order";
import { epochMilliseconds } from "./epoch-milliseconds";
import { givenToday, scheduleAsJsonOn } from "./schedule-json";

const parameters = sql`(
  select json_agg(json_build_object(
    'id', ${templateParameters.id}, 'key', ${templateParameters.key}, 'type', ${templateParameters.type},
    'defaultValue', ${templateParameters.defaultValue}, 'value', ${actionParameters.value}
  ) order by ${templateParameters.position})
  from ${templateParameters}
  left join ${actionParameters} on ${actionParameters.parameterId} = ${templateParameters.id}
    and ${actionParameters.actionId} = ${actions.id}
  where ${templateParameters.templateId} = ${actions.templateId}
)`;

/** The numbers of the joined person's phones that are rung, in order; null when there is none. */
export const phonesOfPerson = sql`(
  select json_agg(${personPhones.number} order by ${personPhones.position})
  from ${personPhones} where ${personPhones.personId} = ${people.id} and ${personPhones.isRung}
)`;

/** The hours of their own that a row of `people` keeps, if any. */
export const dutyAsJson = (today: SQL): SQL => sql`(
  select ${scheduleAsJsonOn(today)} from ${schedules} where ${schedules.id} = ${people.dutyScheduleId}
)`;

const isRungByIdleTime = sql`exists (
  select from ${templateParameters}
  left join ${actionParameters} on ${actionParameters.parameterId} = ${templateParameters.id}
    and ${actionParameters.actionId} = ${actions.id}
  where ${templateParameters.templateId} = ${actions.templateId} and ${templateParameters.key} = ${sql.raw(`'${orderKey}'`)}
    and coalesce(${actionParameters.value}, ${templateParameters.defaultValue}) = ${sql.raw(`'"${idleLongest}"'`)}::jsonb
)`;

/** Looked up only for an action that asks for it, one row of an index for each entry: see `call_events_taken`. */
const lastTookAt = sql`case when ${isRungByIdleTime} then (
  select ${epochMilliseconds(callEvents.at)} from ${callEvents}
  where ${takerKey(callEvents.detail)} = coalesce(${people.id}::text, ${actionPeople.number})
    and ${callEvents.detail} ->> 'isTaken' = 'true'
  order by ${callEvents.at} desc limit 1
) end`;

const peopleToRing = (today: SQL) => sql`(
  select json_agg(json_build_object(
    'parameterId', ${actionPeople.parameterId}, 'personId', ${people.id}, 'name', ${people.name},
    'awayUntil', ${epochMilliseconds(people.awayUntil)}, 'duty', ${dutyAsJson(today)},
    'number', ${actionPeople.number}, 'numbers', ${phonesOfPerson}, 'ringSeconds', ${actionPeople.ringSeconds},
    'lastTookAt', ${lastTookAt}
  ) order by ${actionPeople.position})
  from ${actionPeople}
  left join ${people} on ${people.id} = ${actionPeople.personId}
  where ${actionPeople.actionId} = ${actions.id}
)`;

/** A reference to another action is its id and name alone: each request looks up exactly the action it renders. */
const targets = sql`(
  select json_agg(json_build_object(
    'parameterId', ${actionTargets.parameterId}, 'menuKey', ${actionTargets.menuKey}, 'label', ${actionTargets.label},
    'actionId', ${actionTargets.targetActionId}, 'actionName', target.name
  ) order by ${actionTargets.position})
  from ${actionTargets}
  join ${actions} as target on target.id = ${actionTargets.targetActionId}
  where ${actionTargets.actionId} = ${actions.id}
)`;

/** Every recording with its dates: which one is played is decided at the instant of the call. */
export const recordingsOfGreeting = sql`(
  select json_agg(json_build_object(
    'soundId', ${greetingRecordings.soundId}, 'label', ${greetingRecordings.label},
    'startsAt', ${epochMilliseconds(greetingRecordings.startsAt)}, 'endsAt', ${epochMilliseconds(greetingRecordings.endsAt)}
  ))
  from ${greetingRecordings} where ${greetingRecordings.greetingId} = ${greetings.id}
)`;

const greetingsToPlay = sql`(
  select json_agg(json_build_object(
    'parameterId', ${actionGreetings.parameterId}, 'name', ${greetings.name}, 'recordings', ${recordingsOfGreeting}
  ))
  from ${actionGreetings} join ${greetings} on ${greetings.id} = ${actionGreetings.greetingId}
  where ${actionGreetings.actionId} = ${actions.id}
)`;

/**
 * The actions that a condition picks, each as JSON with everything that rendering it needs; null when there is none.
 * The date is that of the instant asked about, in UTC: left out, the statement's placeholder `today`.
 */
export const actionsAsJson = (condition: SQL, today: SQL = givenToday): SQL => sql`(
  select json_agg(json_build_object(
    'id', ${actions.id}, 'name', ${actions.name}, 'body', ${templates.body},
    'parameters', ${parameters}, 'people', ${peopleToRing(today)}, 'targets', ${targets},
    'greetings', ${greetingsToPlay}
  ))
  from ${actions} join ${templates} on ${templates.id} = ${actions.templateId}
  where ${condition}
)`;
