import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import {
  actions,
  actionTargets,
  callEvents,
  calls,
  configurations,
  phoneNumbers,
  templateParameters,
} from "@/db/schema";
import { voicemailParameters } from "@/lib/call/voicemail-parameters";

/** Where a message belongs of which nothing has been kept. */
export interface LineOfMessage {
  configurationId: string | null;
  /** The action that took it, as far as can be told; null where none is likely. */
  action: { id: string; name: string } | null;
}

/** As deep as anybody sets menus up, and then some. */
const mostSteps = 8;

/**
 * The line of ours on which a message was left: one that the log has the call of, or a number that is answered here. Null
 * for any other number, and for one whose calls go to a preview, which keeps its own messages.
 *
 * The action is the nearest one that takes messages: from where the log last saw the call, else from where it began,
 * else from what the number is set up for now.
 *
 * @param to the work number that was called, E.164.
 */
export async function findLineOfMessage(
  db: Database,
  { callSid, to }: { callSid: string; to: string },
): Promise<LineOfMessage | null> {
  const { rows } = await db.execute<{ line: LineOfMessage & { isOurs: boolean } }>(sql`
    with recursive active as (
      select ${configurations.id}, ${configurations.openActionId}, ${configurations.closedActionId}
      from ${configurations}
      join ${phoneNumbers} on ${phoneNumbers.id} = ${configurations.phoneNumberId}
      where ${phoneNumbers.number} = ${to} and ${phoneNumbers.previewOrigin} is null and ${configurations.isActive}
    ), logged as (
      select ${calls.configurationId}, ${calls.actionId} from ${calls} where ${calls.sid} = ${callSid}
    ), starts(action_id, source) as (
      (
        select ${callEvents.actionId}, 0 from ${callEvents}
        where ${callEvents.callSid} = ${callSid} and ${callEvents.actionId} is not null
        order by ${callEvents.id} desc limit 1
      )
      union all select action_id, 1 from logged where action_id is not null
      union all select open_action_id, 2 from active where open_action_id is not null
      union all select closed_action_id, 2 from active where closed_action_id is not null
    ), reached(action_id, source, depth) as (
      select action_id, source, 0 from starts
      union
      select ${actionTargets.targetActionId}, reached.source, reached.depth + 1
      from reached join ${actionTargets} on ${actionTargets.actionId} = reached.action_id
      where reached.depth < ${mostSteps}
    )
    select json_build_object(
      'isOurs', exists (select from logged) or exists (select from active),
      'configurationId', coalesce((select configuration_id from logged), (select id from active)),
      'action', (
        select json_build_object('id', ${actions.id}, 'name', ${actions.name})
        from reached
        join ${actions} on ${actions.id} = reached.action_id
        join ${templateParameters} on ${templateParameters.templateId} = ${actions.templateId}
          and ${templateParameters.key} = ${voicemailParameters.notify}
        order by reached.source, reached.depth, ${actions.id} limit 1
      )
    ) as line
  `);
  const line = rows[0]?.line;
  if (!line?.isOurs) return null;
  const { configurationId, action } = line;
  return { configurationId, action };
}
