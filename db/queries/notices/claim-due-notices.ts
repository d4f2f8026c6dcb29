import { sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { callerName } from "@/db/queries/calls/caller-name";
import { calls, firmSettings, knownCallers, phoneNumbers, voicemailNotices, voicemails } from "@/db/schema";
import type { Recipient } from "@/lib/notices/recipients";

/** How long whoever has claimed a notice has it for themselves: many times what sending may take. */
const claimMinutes = 3;

/** A notice that is to be sent now, by whoever has been given it and by nobody else. */
export interface ClaimedNotice extends Pick<Recipient, "channel" | "address"> {
  voicemailId: string;
  /** This one included. */
  attempts: number;
  /** Of the message that it tells of. */
  message: {
    /** As Twilio sent it. */
    from: string;
    /** As the firm knows the caller; else as their carrier does. */
    fromName: string | null;
    /** The work number that was called. */
    to: string;
    /** Null when it is none of ours any more. */
    lineName: string | null;
    canLineText: boolean;
    leftAt: Temporal.Instant;
    durationSeconds: number;
    /** Null while there is none, empty where Twilio could not make it out. */
    transcription: string | null;
  };
  firm: { name: string; country: string; timeZone: string };
}

interface ClaimedRow extends Omit<ClaimedNotice, "message"> {
  message: Omit<ClaimedNotice["message"], "leftAt"> & { leftAt: number };
}

/**
 * Claims notices that are due, of one recording or of any. Each is claimed by one alone, however many ask at once, and
 * before it is sent; one whose sender then vanished is due again when the claim has run out.
 */
export async function claimDueNotices(
  db: Database,
  { at, limit, recordingSid }: { at: Temporal.Instant; limit: number; recordingSid?: string | undefined },
): Promise<ClaimedNotice[]> {
  const now = sql`${at.toString()}::timestamptz`;
  const own = sql`exists (
    select from ${voicemails}
    where ${voicemails.id} = ${voicemailNotices.voicemailId} and ${voicemails.recordingSid} = ${recordingSid ?? null}
  )`;
  const { rows } = await db.execute<{ notice: ClaimedRow }>(sql`
    with due as (
      select ${voicemailNotices.voicemailId}, ${voicemailNotices.channel}, ${voicemailNotices.address}
      from ${voicemailNotices}
      where ${voicemailNotices.nextAttemptAt} <= ${now} and ${recordingSid === undefined ? sql`true` : own}
      order by ${voicemailNotices.nextAttemptAt}
      limit ${limit}
      for update skip locked
    ), claimed as (
      update ${voicemailNotices} as notice
      set attempts = notice.attempts + 1, next_attempt_at = ${now} + make_interval(mins => ${claimMinutes})
      from due
      where (notice.voicemail_id, notice.channel, notice.address) = (due.voicemail_id, due.channel, due.address)
      returning notice.voicemail_id, notice.channel, notice.address, notice.attempts
    )
    select json_build_object(
      'voicemailId', claimed.voicemail_id, 'channel', claimed.channel, 'address', claimed.address,
      'attempts', claimed.attempts,
      'message', json_build_object(
        'from', ${calls.fromNumber}, 'fromName', ${callerName},
        'to', ${calls.toNumber}, 'lineName', ${phoneNumbers.friendlyName},
        'canLineText', coalesce(${phoneNumbers.canSms} and ${phoneNumbers.goneSince} is null, false),
        'leftAt', (extract(epoch from ${voicemails.leftAt}) * 1000)::bigint,
        'durationSeconds', ${voicemails.durationSeconds}, 'transcription', ${voicemails.transcription}
      ),
      'firm', json_build_object(
        'name', ${firmSettings.name}, 'country', ${firmSettings.country}, 'timeZone', ${firmSettings.timeZone}
      )
    ) as notice
    from claimed
    join ${voicemails} on ${voicemails.id} = claimed.voicemail_id
    join ${calls} on ${calls.sid} = ${voicemails.callSid}
    left join ${phoneNumbers} on ${phoneNumbers.number} = ${calls.toNumber}
    left join ${knownCallers} on ${knownCallers.number} = ${calls.fromNumber}
    cross join ${firmSettings}
  `);
  return rows.map(({ notice: { message, ...notice } }) => ({
    ...notice,
    message: { ...message, leftAt: Temporal.Instant.fromEpochMilliseconds(message.leftAt) },
  }));
}
