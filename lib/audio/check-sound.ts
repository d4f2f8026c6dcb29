import { parseBuffer } from "music-metadata";
import { isRiffWave, readWav } from "./read-wav";
import { mostSoundBytes, tooLarge } from "./sound-limits";

export interface CheckedSound {
  contentType: "audio/mpeg" | "audio/wav";
  durationSeconds: number;
}

const kinds = "Choose an MP3 or a WAV file.";
const neither = `This is neither an MP3 nor a WAV file, whatever it is called. ${kinds}`;
const cut = "This file is damaged or not whole, so it cannot be played. Please make it again.";
const silent = "There is no sound in this file.";

/**
 * What a sound is, by its content and not by its name: the two kinds of file that Twilio plays and every programme
 * writes. Otherwise a sentence that says what is wrong. Source: Twilio, "TwiML Voice: Play", supported audio formats.
 */
export async function checkSound(bytes: Uint8Array): Promise<CheckedSound | { fault: string }> {
  if (bytes.length === 0) return { fault: "This file is empty." };
  if (bytes.length > mostSoundBytes) return { fault: tooLarge };
  return isRiffWave(bytes) ? checkWav(bytes) : checkMp3(bytes);
}

const pcm = 1;
const companded = [6, 7];

function checkWav(bytes: Uint8Array): CheckedSound | { fault: string } {
  const facts = readWav(bytes);
  if (!facts?.isWhole) return { fault: cut };
  const { format, bitsPerSample, durationSeconds } = facts;
  const isPlayable = companded.includes(format)
    ? bitsPerSample === 8
    : format === pcm && [8, 16, 24].includes(bitsPerSample);
  if (!isPlayable) {
    return {
      fault:
        "This WAV file is of a kind that telephones cannot play. Save it as PCM with 16 bits, or as MP3.",
    };
  }
  return durationSeconds > 0 ? { contentType: "audio/wav", durationSeconds } : { fault: silent };
}

async function checkMp3(bytes: Uint8Array): Promise<CheckedSound | { fault: string }> {
  const format = await formatOf(bytes);
  if (format?.container !== "MPEG" || !format.codec?.endsWith("Layer 3")) return { fault: neither };
  // It counts the frames: a beginning that is followed by anything else has no length.
  const { duration: durationSeconds } = format;
  return durationSeconds && durationSeconds > 0
    ? { contentType: "audio/mpeg", durationSeconds }
    : { fault: cut };
}

/** Null for what the library cannot make out: its errors are about the file, of which there is nothing else to say. */
async function formatOf(bytes: Uint8Array) {
  try {
    return (await parseBuffer(bytes, undefined, { duration: true, skipCovers: true })).format;
  } catch {
    return null;
  }
}
