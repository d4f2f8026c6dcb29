import { z } from "zod";
import { withReference } from "@/app/_faults/with-reference";
import { findRecordingSid } from "@/db/queries/voicemails/find-recording";
import { findSignedIn } from "@/lib/auth/require-staff";
import { settings } from "@/lib/env";
import { logFault } from "@/lib/log";
import { assertSound, recordingSound } from "@/lib/twilio/recording-sound";

/** Until Twilio begins to answer. The sound itself may take as long as somebody listens. */
const patienceMilliseconds = 15_000;
/** What a player needs of Twilio's answer; nothing else of it is handed on. */
const handedOn = ["content-length", "content-range", "accept-ranges", "etag", "last-modified"];
/** One range, as players ask (RFC 9110, 14.1.2). */
const rangeForm = /^bytes=(\d+-\d*|-\d+)$/;

/**
 * A voicemail's sound, fetched from Twilio for somebody who is signed in: at Twilio it may be open to whoever has its
 * address. The address is made from the recording's sid, never taken from what was stored. Ranges are Twilio's to answer,
 * so that a player can jump. What it cannot have is said in words that the player shows.
 */
export const GET = withReference("voicemail.audioFailed", sendSound);

async function sendSound(
  request: Request,
  { params }: RouteContext<"/voicemails/[id]/audio">,
): Promise<Response> {
  const signedIn = await findSignedIn();
  if (!signedIn) return refuse("You have been signed out: sign in again to listen.", 401);
  const { id } = await params;
  const recordingSid = z.uuid().safeParse(id).success ? await findRecordingSid(signedIn.db, id) : null;
  if (!recordingSid) return refuse("This voicemail has been deleted in the meantime.", 404);
  const range = request.headers.get("range");
  try {
    const answer = await fetchRecording(
      recordingSid,
      range && rangeForm.test(range) ? range : null,
      request.signal,
    );
    if (!answer) return refuse("Switchboard is not connected to Twilio, where the sound is.", 503);
    if (answer.status === 404) return refuse("Twilio no longer has the sound of this voicemail.", 404);
    if (!answer.ok && answer.status !== 416) throw new Error(`Twilio answered ${answer.status}.`);
    if (answer.ok) assertSound(answer);
    const headers = new Headers({ "content-type": "audio/mpeg", "cache-control": "private, no-store" });
    for (const name of handedOn) {
      const value = answer.headers.get(name);
      if (value !== null) headers.set(name, value);
    }
    return new Response(answer.body, { status: answer.status, headers });
  } catch (error) {
    if (request.signal.aborted) return refuse("Stopped.", 499);
    logFault("voicemail.audioFailed", error, { recordingSid });
    return refuse(
      "The sound cannot be had from Twilio just now. The voicemail is still there: try again in a while.",
      502,
    );
  }
}

/** Null where Twilio is not connected. */
async function fetchRecording(
  recordingSid: string,
  range: string | null,
  gone: AbortSignal,
): Promise<Response | null> {
  const sound = recordingSound(settings(), { recordingSid, format: "mp3" });
  if (!sound) return null;
  const tooLate = new AbortController();
  const timer = setTimeout(() => tooLate.abort(new Error("Twilio took too long.")), patienceMilliseconds);
  try {
    return await fetch(sound.url, {
      headers: {
        authorization: sound.authorization,
        // Unpacked on the way, the lengths that are handed on would be wrong.
        "accept-encoding": "identity",
        ...(range && { range }),
      },
      cache: "no-store",
      signal: AbortSignal.any([gone, tooLate.signal]),
    });
  } finally {
    clearTimeout(timer);
  }
}

const refuse = (words: string, status: number): Response =>
  new Response(`${words}\n`, { status, headers: { "cache-control": "no-store" } });
