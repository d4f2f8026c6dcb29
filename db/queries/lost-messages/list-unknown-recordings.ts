import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import {
  actionParameters,
  callEvents,
  calls,
  phoneRecordings,
  templateParameters,
  voicemails,
} from "@/db/schema";
import { messageKey } from "@/lib/call/after-record";

interface Recording {
  recordingSid: string;
  callSid: string;
  durationSeconds: number;
}

/** As the built-in templates have a name recorded, four seconds at most, rounded as Twilio rounds. */
const longestNameSeconds = 5;

const asksForNames = sql`exists (
  select from ${actionParameters}
  join ${templateParameters} on ${templateParameters.id} = ${actionParameters.parameterId}
  where ${templateParameters.key} = 'askForName' and ${actionParameters.value} = 'true'::jsonb
)`;

export type UnknownRecording<Given> = Given & {
  /** It is as short as a name, of a call that may have been asked for one and of which the log does not tell what was said. */
  mayBeName: boolean;
};

/**
 * Those of the recordings of which nothing has ever been kept: no message, not one that has been deleted since either, whose
 * step stays in the log; no greeting; and no name that a caller said. First those that are no names.
 */
export async function listUnknownRecordings<Given extends Recording>(
  db: Database,
  recordings: readonly Given[],
): Promise<UnknownRecording<Given>[]> {
  if (recordings.length === 0) return [];
  const given = recordings.map(({ recordingSid, callSid, durationSeconds }) => ({
    recording_sid: recordingSid,
    call_sid: callSid,
    step_key: messageKey(recordingSid),
    is_short: durationSeconds <= longestNameSeconds,
  }));
  const { rows } = await db.execute<{ recording_sid: string; may_be_name: boolean }>(sql`
    select given.recording_sid, given.is_short and ${asksForNames} and not exists (
      select from ${callEvents}
      where ${callEvents.callSid} = given.call_sid and ${callEvents.kind} = 'after-name'
    ) as may_be_name
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      as given(recording_sid text, call_sid text, step_key text, is_short boolean)
    where not exists (select from ${voicemails} where ${voicemails.recordingSid} = given.recording_sid)
      and not exists (
        select from ${callEvents}
        where ${callEvents.callSid} = given.call_sid and ${callEvents.stepKey} = given.step_key
      )
      and not exists (select from ${phoneRecordings} where ${phoneRecordings.recordingSid} = given.recording_sid)
      and not exists (
        select from ${calls}
        where ${calls.sid} = given.call_sid and position(given.recording_sid in ${calls.spokenNameUrl}) > 0
      )
  `);
  const unknown = new Map(rows.map((row) => [row.recording_sid, row.may_be_name]));
  return recordings
    .flatMap((recording) => {
      const mayBeName = unknown.get(recording.recordingSid);
      return mayBeName === undefined ? [] : [{ ...recording, mayBeName }];
    })
    .toSorted((one, other) => Number(one.mayBeName) - Number(other.mayBeName));
}
