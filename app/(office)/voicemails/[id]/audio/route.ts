import { z } from "zod";
import { findRecordingSid } from "@/db/queries/voicemails/find-recording";
import { findSignedIn } from "@/lib/auth/require-staff";
import { settings } from "@/lib/env";
import { logFault } from "@/lib/log";

const twilioApi = "https://api.twilio.com";
const patienceMilliseconds = 15_000;
/** What a player needs of Twilio's answer; nothing else of it is handed on. */
const handedOn = [
  "content-type",
  "content-length",
  "content-range",
  "accept-ranges",
  "etag",
  "last-modified",
];

/**
 * A voicemail's sound, fetched from Twilio for somebody who is signed in: at Twilio it may be open to whoever has its
 * address. The address is made from the recording's sid, never taken from what was stored. Ranges are Twilio's to answer,
 * so that a player can jump.
 */
export async function GET(
  request: Request,
  { params }: RouteContext<"/voicemails/[id]/audio">,
): Promise<Response> {
  const signedIn = await findSignedIn();
  if (!signedIn) return plain("Sign in first.", 401);
  const { id } = await params;
  const recordingSid = z.uuid().safeParse(id).success ? await findRecordingSid(signedIn.db, id) : null;
  if (!recordingSid) return plain("There is no such voicemail.", 404);
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_API_BASE_URL } = settings();
  if (!accountSid || !authToken) return plain("Twilio is not connected, so there is no sound.", 503);

  const range = request.headers.get("range");
  try {
    const answer = await fetch(
      `${TWILIO_API_BASE_URL ?? twilioApi}/2010-04-01/Accounts/${accountSid}/Recordings/${recordingSid}.mp3`,
      {
        headers: {
          authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}`,
          ...(range && { range }),
        },
        cache: "no-store",
        signal: AbortSignal.any([request.signal, AbortSignal.timeout(patienceMilliseconds)]),
      },
    );
    if (answer.status === 404) return plain("Twilio no longer has this recording.", 404);
    if (!answer.ok && answer.status !== 416) throw new Error(`Twilio answered ${answer.status}.`);
    const headers = new Headers({ "cache-control": "private, max-age=3600" });
    for (const name of handedOn) {
      const value = answer.headers.get(name);
      if (value !== null) headers.set(name, value);
    }
    return new Response(answer.body, { status: answer.status, headers });
  } catch (error) {
    if (request.signal.aborted) return plain("Stopped.", 499);
    logFault("voicemail.audioFailed", error, { recordingSid });
    return plain("Twilio does not hand out the sound just now. Please try again.", 502);
  }
}

const plain = (words: string, status: number): Response => new Response(`${words}\n`, { status });
