import { type SQL, sql } from "drizzle-orm";
import { actions } from "@/db/schema/actions";
import { configurations } from "@/db/schema/configurations";
import type { CallConfiguration } from "@/lib/call/setup";
import { type ActionJson, actionFromJson } from "./action-from-json";
import { actionsAsJson } from "./action-json";
import { type ScheduleJson, scheduleAsJson, scheduleFromJson } from "./schedule-json";

const decidedBy = sql`
  'id', ${configurations.id}, 'name', ${configurations.name}, 'version', ${configurations.version},
  'takesKnownCallersOnly', ${configurations.takesKnownCallersOnly},
  'openActionId', ${configurations.openActionId}, 'closedActionId', ${configurations.closedActionId},
  'schedule', ${scheduleAsJson}
`;

const whereJoined = (parts: SQL): SQL =>
  sql`case when ${configurations.id} is not null then json_build_object(${parts}) end`;

/** The joined configuration with all that it decides by; null where none is joined. Wants the placeholder `today`. */
export const configurationAsJson: SQL = whereJoined(sql`${decidedBy},
  'actions', ${actionsAsJson(sql`${actions.id} in (${configurations.openActionId}, ${configurations.closedActionId})`)}
`);

/** The same for a statement that looks its actions up together with others. */
export const configurationWithoutActions: SQL = whereJoined(decidedBy);

export interface ConfigurationJson {
  id: string;
  name: string;
  version: number;
  takesKnownCallersOnly: boolean;
  openActionId: string;
  closedActionId: string;
  actions: ActionJson[];
  schedule: ScheduleJson;
}

/** @throws if an action is missing, which the foreign keys rule out. */
export function configurationFromJson(json: ConfigurationJson): CallConfiguration {
  const { openActionId, closedActionId, actions: found, schedule, ...rest } = json;
  const action = (id: string) => {
    const one = found.find((candidate) => candidate.id === id);
    if (!one) throw new Error(`The action ${id} of configuration ${json.id} was not returned.`);
    return actionFromJson(one);
  };
  return {
    ...rest,
    schedule: scheduleFromJson(schedule),
    openAction: action(openActionId),
    closedAction: action(closedActionId),
  };
}
