import { type SQL, sql } from "drizzle-orm";
import {
  actionParameters,
  actionPeople,
  actions,
  actionTargets,
  people,
  personPhones,
  templateParameters,
  templates,
} from "@/db/schema";

/** The epoch milliseconds of an instant: JSON has no type for one, and text would have to be parsed. */
export const epochMilliseconds = (instant: SQL | { getSQL(): SQL }): SQL =>
  sql`(extract(epoch from ${instant}) * 1000)::bigint`;

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

const peopleToRing = sql`(
  select json_agg(json_build_object(
    'parameterId', ${actionPeople.parameterId}, 'name', ${people.name}, 'awayUntil', ${epochMilliseconds(people.awayUntil)},
    'number', ${actionPeople.number}, 'numbers', ${phonesOfPerson}, 'ringSeconds', ${actionPeople.ringSeconds}
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

/** The actions that a condition picks, each as JSON with everything that rendering it needs; null when there is none. */
export const actionsAsJson = (condition: SQL): SQL => sql`(
  select json_agg(json_build_object(
    'id', ${actions.id}, 'name', ${actions.name}, 'body', ${templates.body},
    'parameters', ${parameters}, 'people', ${peopleToRing}, 'targets', ${targets}
  ))
  from ${actions} join ${templates} on ${templates.id} = ${actions.templateId}
  where ${condition}
)`;
