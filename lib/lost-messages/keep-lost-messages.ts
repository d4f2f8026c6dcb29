import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { recordCall } from "@/db/queries/call-path/record-call";
import { recordStatus } from "@/db/queries/call-path/record-status";
import { findLineOfMessage } from "@/db/queries/lost-messages/find-line-of-message";
import { listUnknownRecordings } from "@/db/queries/lost-messages/list-unknown-recordings";
import { messageFound } from "@/lib/call/after-record";
import { isFinalStatus } from "@/lib/call/call-result";
import { nameFound } from "@/lib/call/name-found";
import { reasonFromCode } from "@/lib/call/reason";
import { findWhatWasRecorded } from "@/lib/twilio/rest/calls-at-twilio";
import type { TwilioConnection } from "@/lib/twilio/rest/connection";
import {
  findCallAtTwilio,
  listRecordingsAtTwilio,
  type RecordingAtTwilio,
} from "@/lib/twilio/rest/recordings-at-twilio";

interface Sweep {
  db: Database;
  twilio: TwilioConnection;
  at: Temporal.Instant;
  /** How far back to look. */
  hours: number;
  /** How many recordings that nobody knows are asked about: each is a request. */
  limit: number;
  /** Whether there is no time for another. */
  isTimeUp(): boolean;
}

/** How far back lost messages are ever looked for: a night that failed is made good by the next. */
export const longestLostHours = 48;

/** By then whatever Twilio tells of a recording by itself has been told, or never will be. */
const settledMinutes = 10;
/** More recordings than the busiest office makes in the time. */
const mostRecordings = 5000;

/**
 * Keeps the messages of which nothing could be kept when they were left, the database being away each time that Twilio told
 * of them: Twilio has the recordings. Answers how many there were. A name of which nothing was kept is kept as the name that it
 * is, so that it goes with its call. Twice does no harm.
 *
 * @throws TwilioFault; what has been kept by then stays so, and the rest is found the next time.
 */
export async function keepLostMessages({ db, twilio, at, hours, limit, isTimeUp }: Sweep): Promise<number> {
  if (!twilio.isConnected) return 0;
  const since = at.subtract({ hours });
  const recordings = await listRecordingsAtTwilio(twilio.client, { since, limit: mostRecordings });
  const settled = at.subtract({ minutes: settledMinutes }).epochMilliseconds;
  const over = recordings.filter((recording) => endOf(recording).epochMilliseconds <= settled);
  const unknown = await listUnknownRecordings(db, over);
  let kept = 0;
  for (const recording of unknown.slice(0, limit)) {
    if (isTimeUp()) break;
    const call = await findCallAtTwilio(twilio.client, recording.callSid);
    // A greeting is spoken on a call of ours, as is whatever else the account is used for.
    if (!call?.isIncoming) continue;
    const line = await findLineOfMessage(db, call);
    if (!line) continue;
    const { recordingSid, recordingUrl, durationSeconds, callSid, mayBeName } = recording;
    const recordedFor = mayBeName
      ? (await findWhatWasRecorded(twilio.client, callSid)).get(recordingSid)
      : "message";
    // As long as Twilio does not say what it is nobody is told of a message that may be none.
    if (!recordedFor) continue;
    const voicemail = { recordingSid, recordingUrl, durationSeconds };
    const reason = reasonFromCode("recordLost");
    await recordCall(db, {
      callSid,
      from: call.from,
      fromName: null,
      to: call.to,
      at: endOf(recording),
      configurationId: line.configurationId,
      configurationVersion: null,
      reason,
      degradedTo: null,
      ...(recordedFor === "name"
        ? { event: nameFound(recordingSid), spokenNameUrl: recordingUrl }
        : { event: messageFound(voicemail, line.action), voicemail }),
    });
    const { from, to, status, durationSeconds: lasted, endedAt } = call;
    if (isFinalStatus(status)) {
      await recordStatus(db, {
        callSid,
        from,
        to,
        status,
        durationSeconds: lasted,
        at: endedAt ?? endOf(recording),
      });
    }
    if (recordedFor === "message") kept += 1;
  }
  return kept;
}

const endOf = ({ startedAt, durationSeconds }: RecordingAtTwilio): Temporal.Instant =>
  startedAt.add({ seconds: durationSeconds });
