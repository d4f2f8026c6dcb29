import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { forgetRecordingAtTwilio } from "@/db/queries/phone-recordings/phone-recordings";
import { type CallPlace, deleteOldCalls, forgetSpokenName } from "@/db/queries/retention/delete-old-calls";
import { deleteExpired, deleteOldTraces, deleteVoicemail } from "@/db/queries/retention/delete-old-rows";
import {
  listGreetingsAtTwilio,
  listOldSpokenNames,
  listOldVoicemails,
  type OldRecording,
  type OldRequest,
} from "@/db/queries/retention/list-old-recordings";
import { getRetention, type Retention } from "@/db/queries/retention/retention";
import { logFault } from "@/lib/log";
import type { TwilioConnection } from "@/lib/twilio/rest/connection";
import { deleteRecordingAtTwilio } from "@/lib/twilio/rest/delete-recording";
import { TwilioFault } from "@/lib/twilio/rest/twilio-fault";

/** What a night's clearing came to. */
export interface Cleared {
  retention: Retention;
  voicemails: number;
  spokenNames: number;
  /** Twilio's copies of greetings, which are kept here. */
  greetingCopies: number;
  calls: number;
  /** Recordings that are still at Twilio, and so here: they are tried again the next night. */
  failed: number;
  /** Why the first of them failed. */
  fault: TwilioFault | null;
  /** Something is left for the next night, for want of time or because Twilio is away. */
  isUnfinished: boolean;
}

export interface Clearing {
  db: Database;
  twilio: TwilioConnection;
  at: Temporal.Instant;
  /** Whether there is no time for another part. */
  isTimeUp(): boolean;
}

const recordingsPerPart = 50;
const callsPerPart = 500;
/** After so many in a row that Twilio did not answer it is away, and each more would cost its time limit. */
const mostUnanswered = 3;

/**
 * Deletes what the firm no longer keeps: a recording first at Twilio and only then here, so that none is left there that
 * nobody knows of; calls last, with their steps. Twice does no harm, and whatever fails is left for the next time.
 */
export async function clearOld({ db, twilio, at, isTimeUp }: Clearing): Promise<Cleared> {
  const retention = await getRetention(db);
  const { keepsVoicemailsDays, keepsCallsDays } = retention;
  const cleared: Cleared = {
    retention,
    voicemails: 0,
    spokenNames: 0,
    greetingCopies: 0,
    calls: 0,
    failed: 0,
    fault: null,
    isUnfinished: false,
  };
  const before = (days: number) => at.subtract({ hours: days * 24 });
  const clearRecordings = (kind: RecordingKind, days: number) =>
    deleteRecordings({ db, twilio, at, isTimeUp }, kind, before(days), cleared);

  // However long the firm keeps what is its own: these are copies, and one that is being fetched just now is left alone.
  await deleteRecordings({ db, twilio, at, isTimeUp }, greetingCopyKind, at.subtract({ hours: 1 }), cleared);
  if (keepsVoicemailsDays !== null) await clearRecordings(voicemailKind, keepsVoicemailsDays);
  if (keepsCallsDays !== null) {
    await clearRecordings(spokenNameKind, keepsCallsDays);
    let next: CallPlace | null = null;
    do {
      if (isTimeUp()) return { ...cleared, isUnfinished: true };
      const part = await deleteOldCalls(db, {
        before: before(keepsCallsDays),
        after: next,
        limit: callsPerPart,
      });
      cleared.calls += part.deleted;
      next = part.next;
    } while (next);
    await deleteOldTraces(db, before(keepsCallsDays));
  }
  await deleteExpired(db, at);
  return cleared;
}

interface RecordingKind {
  count: "voicemails" | "spokenNames" | "greetingCopies";
  list(db: Database, request: OldRequest): Promise<OldRecording[]>;
  /** Answers whether it was still there. */
  forget(db: Database, id: string): Promise<boolean>;
}

const voicemailKind: RecordingKind = {
  count: "voicemails",
  list: listOldVoicemails,
  forget: deleteVoicemail,
};

const spokenNameKind: RecordingKind = {
  count: "spokenNames",
  list: listOldSpokenNames,
  forget: async (db, id) => {
    await forgetSpokenName(db, id);
    return true;
  },
};

const greetingCopyKind: RecordingKind = {
  count: "greetingCopies",
  list: listGreetingsAtTwilio,
  forget: forgetRecordingAtTwilio,
};

async function deleteRecordings(
  { db, twilio, isTimeUp }: Clearing,
  { count, list, forget }: RecordingKind,
  before: Temporal.Instant,
  cleared: Cleared,
): Promise<void> {
  let after: OldRecording | null = null;
  let unanswered = 0;
  for (;;) {
    const part: OldRecording[] = await list(db, { before, after, limit: recordingsPerPart });
    for (const recording of part) {
      if (isTimeUp() || unanswered >= mostUnanswered) {
        cleared.isUnfinished = true;
        return;
      }
      const fault = await faultOfDeleting(twilio, recording.recordingSid);
      unanswered = fault && fault.kind !== "refused" ? unanswered + 1 : 0;
      if (fault) {
        logFault("retention.recordingKept", fault, { recordingSid: recording.recordingSid });
        cleared.failed += 1;
        cleared.fault ??= fault;
      } else if (await forget(db, recording.id)) {
        cleared[count] += 1;
      }
    }
    after = part.at(-1) ?? null;
    if (part.length < recordingsPerPart) return;
  }
}

/** Null when Twilio has the recording no longer. */
async function faultOfDeleting(
  twilio: TwilioConnection,
  recordingSid: string | null,
): Promise<TwilioFault | null> {
  if (recordingSid === null) return null;
  // What cannot be asked of Twilio may still be there.
  if (!twilio.isConnected) return new TwilioFault({ kind: "unreachable" });
  try {
    await deleteRecordingAtTwilio(twilio.client, recordingSid);
    return null;
  } catch (error) {
    if (error instanceof TwilioFault) return error;
    throw error;
  }
}
