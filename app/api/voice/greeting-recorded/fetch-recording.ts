import { mostSoundBytes } from "@/lib/audio/sound-limits";
import { logFault } from "@/lib/log";
import type { Settings } from "@/lib/settings-schema";

const twilioApi = "https://api.twilio.com";
/** Three of these with the pauses between are less than the 15 seconds that Twilio waits for our answer. */
const patienceMilliseconds = 4000;
const attempts = 3;
const pauseMilliseconds = 500;

/** A maintenance page comes with a 200 too. */
const isSound = ({ headers }: Response): boolean =>
  headers.get("content-type")?.startsWith("audio/") ?? false;

/**
 * A recording's sound, from Twilio. The address is made from the recording's sid, never taken from what was sent. Twilio
 * may tell of a recording a moment before it hands it out, so it is asked more than once.
 *
 * @returns null when Twilio does not hand it out, or it is larger than what is kept.
 */
export async function fetchRecording(
  settings: Pick<Settings, "TWILIO_ACCOUNT_SID" | "TWILIO_AUTH_TOKEN" | "TWILIO_API_BASE_URL">,
  recordingSid: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const { TWILIO_ACCOUNT_SID: account, TWILIO_AUTH_TOKEN: token, TWILIO_API_BASE_URL } = settings;
  const url = `${TWILIO_API_BASE_URL ?? twilioApi}/2010-04-01/Accounts/${account}/Recordings/${recordingSid}.wav`;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    try {
      const answer = await fetch(url, {
        headers: { authorization: `Basic ${btoa(`${account}:${token}`)}` },
        cache: "no-store",
        signal: AbortSignal.timeout(patienceMilliseconds),
      });
      if (!answer.ok) throw new Error(`Twilio answered ${answer.status}.`);
      if (!isSound(answer)) throw new Error("Twilio answered something else than a sound.");
      if (Number(answer.headers.get("content-length") ?? 0) > mostSoundBytes) return null;
      return new Uint8Array(await answer.arrayBuffer());
    } catch (error) {
      logFault("greeting.recordingNotFetched", error, { recordingSid });
      if (attempt < attempts)
        await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds * attempt));
    }
  }
  return null;
}
