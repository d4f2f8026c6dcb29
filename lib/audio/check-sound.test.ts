import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSound } from "./check-sound";
import { encodeWav } from "./encode-wav";
import { readWav } from "./read-wav";
import { mostSoundBytes } from "./sound-limits";
import { exampleMp3, exampleWav } from "./testing/example-sounds";

const text = (words: string) => new TextEncoder().encode(words);
const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

/** A WAV file with something else in its header. */
function wavWith(changes: { format?: number; bits?: number; channels?: number; announced?: number }) {
  const wav = exampleWav();
  const view = new DataView(wav.buffer);
  if (changes.format !== undefined) view.setUint16(20, changes.format, true);
  if (changes.channels !== undefined) view.setUint16(22, changes.channels, true);
  if (changes.bits !== undefined) view.setUint16(34, changes.bits, true);
  if (changes.announced !== undefined) view.setUint32(40, changes.announced, true);
  return wav;
}

function withListBeforeData(wav: Uint8Array, length: number) {
  const list = new Uint8Array(8 + length + (length % 2));
  list.set(text("LIST"));
  new DataView(list.buffer).setUint32(4, length, true);
  return joined(wav.subarray(0, 36), list, wav.subarray(36));
}

function extensible() {
  const wav = exampleWav();
  const format = new Uint8Array(48);
  format.set(wav.subarray(12, 36));
  const view = new DataView(format.buffer);
  view.setUint32(4, 40, true);
  view.setUint16(8, 0xfffe, true);
  view.setUint16(32, 1, true);
  return joined(wav.subarray(0, 12), format, wav.subarray(36));
}

/** An ID3v2 tag, as nearly every MP3 begins with. Source: id3.org, "ID3 tag version 2.3.0". */
const tag = joined(text("ID3"), new Uint8Array([3, 0, 0, 0, 0, 0, 10]), new Uint8Array(10));

describe("checkSound", () => {
  it.each<[string, Uint8Array, string]>([
    ["PCM of 16 bits", exampleWav(), "audio/wav"],
    ["µ-law", wavWith({ format: 7, bits: 8 }), "audio/wav"],
    ["A-law", wavWith({ format: 6, bits: 8 }), "audio/wav"],
    ["two channels", wavWith({ channels: 2 }), "audio/wav"],
    ["a WAV with a list of an odd length before its sound", withListBeforeData(exampleWav(), 7), "audio/wav"],
    ["a WAV that names its format in the extended way", extensible(), "audio/wav"],
    ["MP3", exampleMp3(), "audio/mpeg"],
    ["MP3 with a tag in front", joined(tag, exampleMp3()), "audio/mpeg"],
  ])("takes %s", async (_, bytes, contentType) => {
    expect(await checkSound(bytes)).toEqual({ contentType, durationSeconds: expect.any(Number) });
  });

  it("tells how long a sound is", async () => {
    expect(await checkSound(exampleWav(3))).toMatchObject({ durationSeconds: 3 });
    const mp3 = await checkSound(exampleMp3(100));
    expect("durationSeconds" in mp3 && mp3.durationSeconds).toBeCloseTo(2.61, 1);
  });

  it.each<[string, Uint8Array, RegExp]>([
    ["nothing", new Uint8Array(), /empty/],
    [
      "a page",
      text(`<!doctype html><script>alert(1)</script>${" ".repeat(2000)}`),
      /neither an MP3 nor a WAV/,
    ],
    ["a page in front of an MP3", joined(text("<script>".repeat(20)), exampleMp3()), /neither/],
    ["the head of an MP3 and then a page", joined(exampleMp3(2), text("<p>".repeat(900))), /damaged/],
    [
      "a picture",
      joined(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), new Uint8Array(500)),
      /neither/,
    ],
    ["Ogg", joined(text("OggS"), new Uint8Array(500)), /neither/],
    ["WebM", joined(new Uint8Array([0x1a, 0x45, 0xdf, 0xa3]), new Uint8Array(500)), /neither/],
    [
      "another kind of RIFF",
      joined(text("RIFF"), new Uint8Array(4), text("AVI "), new Uint8Array(90)),
      /neither/,
    ],
    ["a single frame", exampleMp3(1), /damaged/],
    ["a WAV without its sound", exampleWav().subarray(0, 36), /damaged/],
    ["half a WAV", exampleWav().subarray(0, 4000), /damaged/],
    ["a WAV that lies about its length", wavWith({ announced: 0xffffffff }), /damaged/],
    ["a WAV of no channels", wavWith({ channels: 0 }), /damaged/],
    ["a WAV of no samples", encodeWav(new Float32Array(), 8000), /no sound/],
    ["a WAV of floating point", wavWith({ format: 3, bits: 32 }), /PCM with 16 bits/],
    ["a WAV of ADPCM", wavWith({ format: 2, bits: 4 }), /PCM with 16 bits/],
    ["one byte too many", joined(exampleMp3(), new Uint8Array(mostSoundBytes)), /larger than 4 MB/],
  ])("refuses %s, and says why", async (_, bytes, fault) => {
    expect(await checkSound(bytes)).toEqual({ fault: expect.stringMatching(fault) });
  });

  it("answers whatever bytes it is given", async () => {
    const start = fc.constantFrom(
      text("RIFF....WAVEfmt "),
      text("RIFF....WAVEdata"),
      exampleWav().subarray(0, 44),
      exampleMp3(3),
      tag,
    );
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 300 }), async (head, rest) => {
        const answer = await checkSound(joined(head, rest));
        expect("fault" in answer ? answer.fault : answer.durationSeconds).toBeTruthy();
      }),
      { numRuns: 200 },
    );
  });
});

describe("encodeWav", () => {
  it("writes what is read back, and clips what is too loud", () => {
    const wav = encodeWav(new Float32Array([0, 1, -1, 7, -7, 0.5]), 16_000);
    expect(readWav(wav)).toEqual({
      format: 1,
      bitsPerSample: 16,
      durationSeconds: 6 / 16_000,
      isWhole: true,
    });
    expect([...new Int16Array(wav.buffer, 44)]).toEqual([0, 32767, -32767, 32767, -32767, 16384]);
  });
});
