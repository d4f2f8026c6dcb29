import { Temporal } from "temporal-polyfill";
import type { TwilioClient } from "./connection";
import { asked } from "./numbers-at-twilio";
import { TwilioFault } from "./twilio-fault";

/** What a `<Record>` has recorded on a call, and can be played. */
export interface RecordingAtTwilio {
  recordingSid: string;
  recordingUrl: string;
  /** Of the leg that was recorded. */
  callSid: string;
  durationSeconds: number;
  startedAt: Temporal.Instant;
}

/** A call as Twilio has it. */
export interface CallAtTwilio {
  callSid: string;
  from: string;
  to: string;
  isIncoming: boolean;
  status: string;
  /** Known at its end. */
  durationSeconds: number | null;
  endedAt: Temporal.Instant | null;
}

/** As many as Twilio gives at once. Source: Twilio, "Recordings resource", `PageSize`. */
const recordingsPerRequest = 1000;

/**
 * The newest messages, names and greetings that were recorded since an instant, at most `limit` recordings of any kind.
 *
 * @throws TwilioFault
 */
export async function listRecordingsAtTwilio(
  client: TwilioClient,
  {
    since,
    limit,
    pageSize = recordingsPerRequest,
  }: { since: Temporal.Instant; limit: number; pageSize?: number },
): Promise<RecordingAtTwilio[]> {
  const dateCreatedAfter = new Date(since.epochMilliseconds);
  const found = await asked(() => client.recordings.list({ dateCreatedAfter, limit, pageSize }));
  return found.filter(isMessage).map(toRecording);
}

/**
 * What callers have said on certain calls since an instant, whether or not it can be played yet.
 *
 * @throws TwilioFault
 */
export async function listRecordingsOfCalls(
  client: TwilioClient,
  { callSids, since }: { callSids: readonly string[]; since: Temporal.Instant },
): Promise<string[]> {
  const dateCreatedAfter = new Date(since.epochMilliseconds);
  const found = await asked(() =>
    client.recordings.list({ dateCreatedAfter, pageSize: recordingsPerRequest }),
  );
  return found
    .filter(({ callSid, source }) => source === "RecordVerb" && callSids.includes(callSid))
    .filter(({ status }) => status !== "absent")
    .map(({ sid }) => sid);
}

/**
 * Whether Twilio has, or is about to have, a recording of a call besides those that are named.
 *
 * @throws TwilioFault
 */
export async function wasRecordedAtTwilio(
  client: TwilioClient,
  callSid: string,
  besides: readonly string[],
): Promise<boolean> {
  const found = await asked(() => client.recordings.list({ callSid }));
  return found.some(
    ({ sid, source, status }) => source === "RecordVerb" && status !== "absent" && !besides.includes(sid),
  );
}

/** @throws TwilioFault, but not for a call that the account does not have: that is null. */
export async function findCallAtTwilio(client: TwilioClient, callSid: string): Promise<CallAtTwilio | null> {
  try {
    const call = await asked(() => client.calls(callSid).fetch());
    return {
      callSid,
      from: call.from,
      to: call.to,
      isIncoming: call.direction === "inbound",
      status: call.status,
      durationSeconds: wholeSeconds(call.duration),
      endedAt: call.endTime && instantOf(call.endTime),
    };
  } catch (error) {
    if (error instanceof TwilioFault && error.isNotFound) return null;
    throw error;
  }
}

type Instance = Awaited<ReturnType<TwilioClient["recordings"]["list"]>>[number];

const isMessage = ({ source, status }: Instance): boolean =>
  source === "RecordVerb" && status === "completed";

const toRecording = ({
  sid,
  callSid,
  mediaUrl,
  duration,
  startTime,
  dateCreated,
}: Instance): RecordingAtTwilio => ({
  recordingSid: sid,
  recordingUrl: mediaUrl,
  callSid,
  durationSeconds: wholeSeconds(duration) ?? 0,
  startedAt: instantOf(startTime ?? dateCreated),
});

const wholeSeconds = (text: string | null): number | null => {
  const seconds = Number(text ?? Number.NaN);
  return Number.isInteger(seconds) && seconds >= 0 ? seconds : null;
};

const instantOf = (date: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(date.getTime());
