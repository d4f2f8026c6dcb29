import { encodeWav } from "@/lib/audio/encode-wav";

/** As telephones carry sound. */
const samplesPerSecond = 8000;
const secondsPerTone = 0.7;

/** A fifth apart, in hertz: the second falls, as a doorbell does. */
const tones = { standing: [659.26, 440], festive: [523.25, 783.99] } as const;

/** Two tones that fade, each with its octave, so that it sounds like a bell and not like a dial tone. */
export function demoChime(kind: keyof typeof tones): {
  bytes: Uint8Array<ArrayBuffer>;
  durationSeconds: number;
} {
  const samplesPerTone = samplesPerSecond * secondsPerTone;
  const samples = tones[kind].flatMap((hertz) =>
    Array.from({ length: samplesPerTone }, (_, index) => {
      const seconds = index / samplesPerSecond;
      const turn = 2 * Math.PI * hertz * seconds;
      const attack = Math.min(1, seconds * 100);
      return attack * Math.exp(-4 * seconds) * (0.4 * Math.sin(turn) + 0.15 * Math.sin(2 * turn));
    }),
  );
  return {
    bytes: encodeWav(Float32Array.from(samples), samplesPerSecond),
    durationSeconds: samples.length / samplesPerSecond,
  };
}
