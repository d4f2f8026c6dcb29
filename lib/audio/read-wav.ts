/** What a WAV file says of itself. Source: Microsoft and IBM, "Multimedia Programming Interface and Data Specifications 1.0", RIFF. */
interface WavFacts {
  /** 1 is PCM, 6 A-law, 7 µ-law. */
  format: number;
  bitsPerSample: number;
  durationSeconds: number;
  /** Whether all of the sound that it announces is there. */
  isWhole: boolean;
}

/** In the place of a format: the real one begins the sub-format. Source: Microsoft, "WAVEFORMATEXTENSIBLE". */
const extensible = 0xfffe;

const longestFormatChunk = 40;

/** Whether bytes begin as a WAV file does. */
export const isRiffWave = (bytes: Uint8Array): boolean =>
  bytes.length >= 12 && tagAt(bytes, 0) === "RIFF" && tagAt(bytes, 8) === "WAVE";

/** Reads a WAV file's chunks; null when it has no format or no data, or the format makes no sense. */
export function readWav(bytes: Uint8Array): WavFacts | null {
  if (!isRiffWave(bytes)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let format: { code: number; bitsPerSample: number; bytesPerSecond: number } | null = null;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const start = at + 8;
    const announced = view.getUint32(at + 4, true);
    const there = Math.min(announced, bytes.length - start);
    const tag = tagAt(bytes, at);
    if (tag === "fmt ") format = readFormat(view, start, there);
    if (tag === "data") {
      if (!format) return null;
      return {
        format: format.code,
        bitsPerSample: format.bitsPerSample,
        durationSeconds: there / format.bytesPerSecond,
        isWhole: there === announced,
      };
    }
    // A chunk of an odd length is followed by a byte that belongs to none.
    at = start + announced + (announced % 2);
  }
  return null;
}

function readFormat(view: DataView, start: number, length: number) {
  if (length < 16) return null;
  const code = view.getUint16(start, true);
  const channels = view.getUint16(start + 2, true);
  const samplesPerSecond = view.getUint32(start + 4, true);
  const bitsPerSample = view.getUint16(start + 14, true);
  const bytesPerSecond = (samplesPerSecond * channels * bitsPerSample) / 8;
  if (bytesPerSecond <= 0 || channels > 8) return null;
  const isExtended = code === extensible && length >= longestFormatChunk;
  return { code: isExtended ? view.getUint16(start + 24, true) : code, bitsPerSample, bytesPerSecond };
}

const tagAt = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
