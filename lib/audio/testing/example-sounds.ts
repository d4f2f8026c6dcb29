import { encodeWav } from "../encode-wav";

/** A second of a tone, as telephones carry it. */
export const exampleWav = (seconds = 1): Uint8Array<ArrayBuffer> =>
  encodeWav(
    Float32Array.from({ length: 8000 * seconds }, (_, index) => Math.sin(index / 3) / 2),
    8000,
  );

/** A frame of MPEG 1 Layer 3 at 128 kbit/s and 44.1 kHz, about 26 ms of silence. Source: ISO/IEC 11172-3. */
const frameBytes = 417;

export function exampleMp3(frames = 40): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(frames * frameBytes);
  for (let at = 0; at < bytes.length; at += frameBytes) bytes.set([0xff, 0xfb, 0x90, 0xc4], at);
  return bytes;
}
