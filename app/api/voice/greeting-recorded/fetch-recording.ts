import { mostSoundBytes } from "@/lib/audio/sound-limits";
import { logFault } from "@/lib/log";
import type { Settings } from "@/lib/settings-schema";
import { assertSound, recordingSound } from "@/lib/twilio/recording-sound";

/** Three of these with the pauses between are less than the 15 seconds that Twilio waits for our answer. */
const patienceMilliseconds = 4000;
const attempts = 3;
const pauseMilliseconds = 500;

/**
 * A recording's sound, from Twilio, which may tell of a recording a moment before it hands it out: so it is asked more than
 * once.
 *
 * @returns null when Twilio does not hand it out, or it is larger than what is kept.
 */
export async function fetchRecording(
  settings: Settings,
  recordingSid: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const sound = recordingSound(settings, { recordingSid, format: "wav" });
  if (!sound) return null;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    try {
      const answer = await fetch(sound.url, {
        headers: { authorization: sound.authorization },
        cache: "no-store",
        signal: AbortSignal.timeout(patienceMilliseconds),
      });
      if (!answer.ok) throw new Error(`Twilio answered ${answer.status}.`);
      assertSound(answer);
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
