import { sid } from "../twilio";
import type { ReceivedRequest, TwilioState } from "./answer-request";
import { pageOf } from "./page-of";
import { type RestAnswer, rfc2822 } from "./rest-answer";

/** A recording as Twilio keeps it. */
export interface RecordingHere {
  sid: string;
  callSid: string;
  seconds: number;
  startedAt: Date;
  status: "processing" | "completed" | "absent";
  source: "RecordVerb" | "DialVerb";
  /** Of what has been written down of it. */
  transcriptionSids: readonly string[];
}

export const newRecording = (given: Partial<RecordingHere> = {}): RecordingHere => ({
  sid: sid("RE"),
  callSid: sid("CA"),
  seconds: 3,
  startedAt: new Date(),
  status: "completed",
  source: "RecordVerb",
  transcriptionSids: [],
  ...given,
});

/**
 * The account's recordings, the newest first, or those of one call. Source: Twilio, "Recordings resource", Fetch multiple
 * Recordings.
 */
export function listRecordings(state: TwilioState, request: ReceivedRequest): RestAnswer {
  const { query } = request;
  const [callSid, after] = [query.get("CallSid"), query.get("DateCreated>")];
  const found = state.recordings
    .filter((recording) => callSid === null || recording.callSid === callSid)
    .filter(({ startedAt }) => after === null || startedAt >= new Date(after))
    .toSorted((one, other) => other.startedAt.getTime() - one.startedAt.getTime())
    .map((recording) => resourceOf(state, recording));
  return pageOf("recordings", found, state.largestPage, request);
}

/** What has been written down of a recording, or the end of one such text. Source: Twilio, "Transcriptions resource". */
export function answerTranscriptions(
  state: TwilioState,
  { recordingSid, own }: { recordingSid: string; own: string | undefined },
  request: ReceivedRequest,
  notFound: RestAnswer,
): RestAnswer {
  const recording = state.recordings.find((candidate) => candidate.sid === recordingSid);
  if (!recording) return notFound;
  const { transcriptionSids } = recording;
  if (own === undefined) {
    const found = transcriptionSids.map((one) => transcriptionOf(state, recording, one));
    return pageOf("transcriptions", found, state.largestPage, request);
  }
  if (request.method !== "DELETE" || !transcriptionSids.includes(own)) return notFound;
  recording.transcriptionSids = transcriptionSids.filter((one) => one !== own);
  return { status: 204, body: null };
}

/** What has been written down, whether or not the recording is still there. Source: Twilio, "Transcriptions resource". */
export function answerTranscription(
  state: TwilioState,
  own: string,
  { method }: ReceivedRequest,
  notFound: RestAnswer,
): RestAnswer {
  const isOf = ({ transcriptionSids }: RecordingHere) => transcriptionSids.includes(own);
  if (method !== "DELETE" || !(state.leftOver.includes(own) || state.recordings.some(isOf))) return notFound;
  state.leftOver = state.leftOver.filter((one) => one !== own);
  for (const recording of state.recordings.filter(isOf)) {
    recording.transcriptionSids = recording.transcriptionSids.filter((one) => one !== own);
  }
  return { status: 204, body: null };
}

const transcriptionOf = ({ account }: TwilioState, recording: RecordingHere, own: string): object => ({
  account_sid: account.accountSid,
  api_version: "2010-04-01",
  date_created: rfc2822(recording.startedAt),
  date_updated: rfc2822(recording.startedAt),
  duration: String(recording.seconds),
  price: -0.05,
  price_unit: "USD",
  recording_sid: recording.sid,
  sid: own,
  status: "completed",
  transcription_text: "Please call me back.",
  type: "fast",
  uri: `/2010-04-01/Accounts/${account.accountSid}/Recordings/${recording.sid}/Transcriptions/${own}.json`,
});

/**
 * One recording: its description, its sound, or its end. The sound has the path of the description with ".mp3", or
 * with ".wav" or nothing. Source: Twilio, "Recordings resource", Fetch a Recording's media file.
 */
export function answerRecording(
  state: TwilioState,
  name: string,
  request: ReceivedRequest,
  notFound: RestAnswer,
): RestAnswer {
  const [, own = "", extension = ""] = /^(RE[0-9a-f]{32})(?:\.(json|mp3|wav))?$/.exec(name) ?? [];
  const recording = state.recordings.find((candidate) => candidate.sid === own);
  if (!recording) return notFound;
  if (request.method === "DELETE") {
    state.recordings = state.recordings.filter((candidate) => candidate !== recording);
    state.leftOver.push(...recording.transcriptionSids);
    return { status: 204, body: null };
  }
  if (extension === "json") return { status: 200, body: resourceOf(state, recording) };
  return extension === "mp3"
    ? partOf(mp3Of(recording.seconds), "audio/mpeg", request.range)
    : partOf(wavOf(recording.seconds), "audio/x-wav", request.range);
}

function resourceOf({ account }: TwilioState, recording: RecordingHere): object {
  const { sid: own, callSid, seconds, startedAt, status, source } = recording;
  const uri = `/2010-04-01/Accounts/${account.accountSid}/Recordings/${own}`;
  return {
    account_sid: account.accountSid,
    api_version: "2010-04-01",
    call_sid: callSid,
    conference_sid: null,
    channels: 1,
    date_created: rfc2822(startedAt),
    date_updated: rfc2822(startedAt),
    start_time: rfc2822(startedAt),
    price: "-0.00250",
    price_unit: "USD",
    duration: String(seconds),
    sid: own,
    source,
    status,
    error_code: null,
    uri: `${uri}.json`,
    subresource_uris: { transcriptions: `${uri}/Transcriptions.json` },
    encryption_details: null,
    media_url: `https://api.twilio.com${uri}`,
  };
}

/** One range of bytes, or all (RFC 9110, 14). */
function partOf(sound: Buffer, type: string, range: string | null): RestAnswer {
  const headers = { "content-type": type, "accept-ranges": "bytes" };
  const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(range ?? "") ?? [];
  if (from === "" && to === "") return { status: 200, headers, body: sound };
  const first = from === "" ? Math.max(0, sound.length - Number(to)) : Number(from);
  const last = from === "" || to === "" ? sound.length - 1 : Math.min(Number(to), sound.length - 1);
  if (first > last) {
    return { status: 416, headers: { ...headers, "content-range": `bytes */${sound.length}` }, body: null };
  }
  const contentRange = `bytes ${first}-${last}/${sound.length}`;
  return {
    status: 206,
    headers: { ...headers, "content-range": contentRange },
    body: sound.subarray(first, last + 1),
  };
}

/** Silence: frames of MPEG-1 layer III, 128 kbit/s at 44.1 kHz, with nothing in them. */
function mp3Of(seconds: number): Buffer {
  const frame = Buffer.alloc(417);
  frame.writeUInt32BE(0xfffb9064);
  return Buffer.concat(Array.from({ length: Math.ceil((seconds * 44_100) / 1152) }, () => frame));
}

/** Silence: 8 kHz, 16 bits, one channel. */
function wavOf(seconds: number): Buffer {
  const samples = Buffer.alloc(seconds * 16_000);
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(16_000, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write("data", 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}
