import { mostSoundBytes, tooLarge } from "@/lib/audio/sound-limits";

/** A sound that is kept, for a form to put into a greeting. */
export interface KeptSound {
  id: string;
  durationSeconds: number;
}

/** What came of sending one: it is kept, or why not. */
export type SentSound = { sound: KeptSound } | { fault: string };

const patienceMilliseconds = 60_000;
const unreachable = "The sound could not be sent. Look at your connection, and try again.";

/** Sends a sound from the browser to be kept. Never throws: what went wrong is said in the answer. */
export async function sendSound(
  bytes: Blob,
  { source, name }: { source: "upload" | "browser"; name: string },
): Promise<SentSound> {
  if (bytes.size > mostSoundBytes) return { fault: tooLarge };
  const query = new URLSearchParams({ source, name: name.slice(0, 200) });
  try {
    const response = await fetch(`/greetings/sounds?${query}`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body: bytes,
      signal: AbortSignal.timeout(patienceMilliseconds),
    });
    return (await response.json()) as SentSound;
  } catch {
    return { fault: unreachable };
  }
}
