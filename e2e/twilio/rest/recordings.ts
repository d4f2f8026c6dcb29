import { sid } from "../twilio";
import type { ReceivedRequest, TwilioState } from "./answer-request";
import type { RestAnswer } from "./rest-answer";

/** A recording as Twilio keeps it. */
export interface RecordingHere {
  sid: string;
  callSid: string;
  seconds: number;
}

export const newRecording = ({ seconds = 3, ...given }: Partial<RecordingHere> = {}): RecordingHere => ({
  sid: given.sid ?? sid("RE"),
  callSid: given.callSid ?? sid("CA"),
  seconds,
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
    return { status: 204, body: null };
  }
  if (extension === "json") return { status: 200, body: resourceOf(state, recording) };
  return extension === "mp3"
    ? partOf(mp3Of(recording.seconds), "audio/mpeg", request.range)
    : partOf(wavOf(recording.seconds), "audio/x-wav", request.range);
}

const resourceOf = ({ account }: TwilioState, { sid: own, callSid, seconds }: RecordingHere): object => {
  const uri = `/2010-04-01/Accounts/${account.accountSid}/Recordings/${own}`;
  return {
    account_sid: account.accountSid,
    api_version: "2010-04-01",
    call_sid: callSid,
    conference_sid: null,
    channels: 1,
    date_created: "Fri, 14 Oct 2016 21:56:34 +0000",
    date_updated: "Fri, 14 Oct 2016 21:56:38 +0000",
    start_time: "Fri, 14 Oct 2016 21:56:34 +0000",
    price: "-0.00250",
    price_unit: "USD",
    duration: String(seconds),
    sid: own,
    source: "RecordVerb",
    status: "completed",
    error_code: null,
    uri: `${uri}.json`,
    subresource_uris: { transcriptions: `${uri}/Transcriptions.json` },
    encryption_details: null,
    media_url: `https://api.twilio.com${uri}`,
  };
};

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
