import { encodeWav } from "@/lib/audio/encode-wav";

/** Twice what a telephone carries: two minutes of it fit into what is kept. */
const samplesPerSecond = 16_000;
export const longestSeconds = 120;

export interface Microphone {
  /** Ends the recording. */
  stop(): Promise<TakenRecording>;
  /** Ends it, and throws it away. */
  cancel(): void;
}

export interface TakenRecording {
  /** A WAV file. */
  file: Blob;
  seconds: number;
  /** Whether anything was louder than a quiet room. */
  isAudible: boolean;
}

/** Of the loudest sample there is. */
const quietRoom = 0.01;

/**
 * Begins to record. Browsers record into formats that Twilio cannot play, so the samples themselves are collected, and
 * written as WAV.
 *
 * @param onHeard called some 25 times a second, with the loudness between 0 and 1 and the seconds so far.
 * @throws DOMException as `getUserMedia` does: see `microphoneFault`.
 */
export async function startMicrophone(
  onHeard: (level: number, seconds: number) => void,
): Promise<Microphone> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
  const context = new AudioContext();
  const close = () => {
    for (const track of stream.getTracks()) track.stop();
    if (context.state !== "closed") void context.close();
  };
  const chunks: Float32Array[] = [];
  let count = 0;
  let loudest = 0;
  try {
    await context.audioWorklet.addModule("/worklets/collect-samples.js");
    const collector = new AudioWorkletNode(context, "collect-samples", {
      channelCount: 1,
      channelCountMode: "explicit",
    });
    collector.port.onmessage = ({ data }: MessageEvent<Float32Array>) => {
      const level = data.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
      loudest = Math.max(loudest, level);
      chunks.push(data);
      count += data.length;
      onHeard(Math.min(1, level), count / context.sampleRate);
    };
    // Connected to the loudspeaker, to which it gives nothing: what leads nowhere is not asked to work.
    context.createMediaStreamSource(stream).connect(collector).connect(context.destination);
    await context.resume();
  } catch (error) {
    close();
    throw error;
  }
  return {
    cancel: close,
    stop: async () => {
      const { sampleRate } = context;
      close();
      const samples = await atTelephoneRate(joined(chunks, count), sampleRate);
      return {
        file: new Blob([encodeWav(samples, samplesPerSecond)], { type: "audio/wav" }),
        seconds: samples.length / samplesPerSecond,
        isAudible: loudest > quietRoom,
      };
    },
  };
}

function joined(chunks: readonly Float32Array[], count: number): Float32Array<ArrayBuffer> {
  const all = new Float32Array(count);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** The browser's own resampling, which filters out what the lower rate cannot carry. */
async function atTelephoneRate(samples: Float32Array<ArrayBuffer>, rate: number): Promise<Float32Array> {
  if (samples.length === 0) return samples;
  const length = Math.max(1, Math.floor((samples.length / rate) * samplesPerSecond));
  const offline = new OfflineAudioContext(1, length, samplesPerSecond);
  const buffer = offline.createBuffer(1, samples.length, rate);
  buffer.copyToChannel(samples, 0);
  const source = offline.createBufferSource();
  source.buffer = buffer;
  source.connect(offline.destination);
  source.start();
  return (await offline.startRendering()).getChannelData(0);
}

/** Why a microphone could not be had, and what to do. Source: W3C, "Media Capture and Streams", getUserMedia. */
export function microphoneFault(error: unknown): string {
  const orElse = "Or upload a file, or have your phone rung.";
  if (typeof navigator.mediaDevices?.getUserMedia !== "function") {
    return `This browser gives microphones to pages with https alone. ${orElse}`;
  }
  switch (error instanceof Error ? error.name : "") {
    case "NotAllowedError":
      return `This browser has been told not to let Switchboard use the microphone. Allow it beside the address at the top of the window, then try again. ${orElse}`;
    case "NotFoundError":
      return `No microphone was found. Connect one, then try again. ${orElse}`;
    case "NotReadableError":
      return `Another programme is using the microphone. Close it, then try again. ${orElse}`;
    default:
      return `This browser could not record. ${orElse}`;
  }
}
