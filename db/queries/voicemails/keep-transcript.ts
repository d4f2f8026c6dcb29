import { sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { actions, callEvents, voicemails } from "@/db/schema";
import { messageKey } from "@/lib/call/after-record";
import type { Transcript } from "@/lib/call/transcript";

interface KeptTranscript extends Omit<Transcript, "transcriptionSid"> {
  /** The log has the call already. */
  callSid: string;
  actionId: string | null;
  at: Temporal.Instant;
}

/**
 * Keeps what was said in a message, in writing. Where the message itself has not been told of yet it is kept too, of a
 * length that whoever tells of it fills in; one that has been deleted stays so. A text is never lost to a failure that
 * is told later.
 */
export async function keepTranscript(db: Database, transcript: KeptTranscript): Promise<void> {
  const { recordingSid, recordingUrl, text, callSid, actionId, at } = transcript;
  const merged = sql`coalesce(nullif(${text}::text, ''), ${voicemails}.transcription, '')`;
  await db.execute(sql`
    with written as (
      update ${voicemails} set transcription = ${merged} where recording_sid = ${recordingSid} returning 1
    )
    insert into ${voicemails} (call_sid, recording_sid, recording_url, duration_seconds, action_id, left_at, transcription)
    select ${callSid}, ${recordingSid}, ${recordingUrl}, 0,
      (select ${actions.id} from ${actions} where ${actions.id} = ${actionId}::uuid), ${at.toString()}::timestamptz, ${text}
    where not exists (select from written) and not exists (
      select from ${callEvents}
      where ${callEvents.callSid} = ${callSid} and ${callEvents.stepKey} = ${messageKey(recordingSid)}
    )
    on conflict (recording_sid) do update set transcription = ${merged}
  `);
}
