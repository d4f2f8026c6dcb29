import { eq, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { callerName } from "@/db/queries/calls/caller-name";
import {
  actionParameters,
  actions,
  calls,
  knownCallers,
  people,
  phoneNumbers,
  staffUsers,
  templateParameters,
  voicemails,
} from "@/db/schema";
import { voicemailParameters } from "@/lib/call/voicemail-parameters";

export interface Voicemail {
  id: string;
  version: number;
  callSid: string;
  recordingSid: string;
  /** As Twilio sent it: E.164, or "anonymous", or an address. */
  from: string;
  /** As the firm knows the caller; else as their carrier does. */
  fromName: string | null;
  /** Of the firm's own entry for the caller; null when they have none. */
  knownCallerId: string | null;
  /** The work number that was called, E.164. */
  to: string;
  /** Null when it is none of ours any more. */
  line: { id: string; name: string } | null;
  /** Null when it has been deleted. */
  action: { id: string; name: string } | null;
  /** Whether the action has messages written down now. */
  isTranscribed: boolean;
  leftAt: Temporal.Instant;
  durationSeconds: number;
  heardAt: Temporal.Instant | null;
  /** Who marked it heard: as they are called, or were when they left. Null for one that was marked before this was kept. */
  heardByName: string | null;
  archivedAt: Temporal.Instant | null;
  /** Null while there is none, empty where Twilio could not make it out. */
  transcription: string | null;
  note: string;
  assignedTo: { id: string; name: string } | null;
}

const isTranscribed = sql<boolean>`exists (
  select from ${actionParameters}
  join ${templateParameters} on ${templateParameters.id} = ${actionParameters.parameterId}
  where ${actionParameters.actionId} = ${voicemails.actionId}
    and ${templateParameters.key} = ${voicemailParameters.transcribe} and ${actionParameters.value} = 'true'::jsonb
)`;

const instantOf = (date: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(date.getTime());

export async function findVoicemail(db: Database, id: string): Promise<Voicemail | null> {
  const [found] = await db
    .select({
      id: voicemails.id,
      version: voicemails.version,
      callSid: voicemails.callSid,
      recordingSid: voicemails.recordingSid,
      from: calls.fromNumber,
      fromName: callerName,
      knownCallerId: knownCallers.id,
      to: calls.toNumber,
      line: { id: phoneNumbers.id, name: phoneNumbers.friendlyName },
      action: { id: actions.id, name: actions.name },
      isTranscribed,
      leftAt: voicemails.leftAt,
      durationSeconds: voicemails.durationSeconds,
      heardAt: voicemails.heardAt,
      heardByName: sql<string | null>`coalesce(${staffUsers.name}, ${voicemails.heardByName})`,
      archivedAt: voicemails.archivedAt,
      transcription: voicemails.transcription,
      note: voicemails.note,
      assignedTo: { id: people.id, name: people.name },
    })
    .from(voicemails)
    .innerJoin(calls, eq(calls.sid, voicemails.callSid))
    .leftJoin(phoneNumbers, eq(phoneNumbers.number, calls.toNumber))
    .leftJoin(knownCallers, eq(knownCallers.number, calls.fromNumber))
    .leftJoin(actions, eq(actions.id, voicemails.actionId))
    .leftJoin(people, eq(people.id, voicemails.assignedToId))
    .leftJoin(staffUsers, eq(staffUsers.id, voicemails.heardById))
    .where(eq(voicemails.id, id));
  if (!found) return null;
  return {
    ...found,
    leftAt: instantOf(found.leftAt),
    heardAt: found.heardAt && instantOf(found.heardAt),
    archivedAt: found.archivedAt && instantOf(found.archivedAt),
  };
}
