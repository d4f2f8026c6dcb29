import type { Temporal } from "temporal-polyfill";
import { instantInWords } from "@/app/_format/instant-in-words";
import { lengthInWords } from "@/app/_format/length-in-words";
import type { InWords } from "@/db/queries/activity/record-activity";
import type { KnownSound } from "@/db/queries/sounds/list-sounds";
import type { GreetingRecording } from "@/lib/call/setup";

interface Here {
  now: Temporal.Instant;
  /** The firm's. */
  timeZone: string;
}

/** Records are read by everybody, so they are written in one locale. */
const recordLocale = "en-US";

/** A greeting as the activity page tells of it. `soundOf` knows the sounds, by id. */
export function greetingInWords(
  { name, recordings }: { name: string; recordings: readonly GreetingRecording[] },
  soundOf: (id: string) => KnownSound | undefined,
  here: Here,
): InWords {
  const inWords = (instant: Temporal.Instant) => instantInWords(instant, { ...here, locale: recordLocale });
  const told = recordings.map(({ label, startsAt, endsAt, soundId }) => {
    const dates = startsAt && endsAt ? `${inWords(startsAt)} to ${inWords(endsAt)}; ` : "";
    return [label || "Standing recording", `${dates}${soundInWords(soundOf(soundId), inWords)}`];
  });
  return { Name: name, ...Object.fromEntries(told) };
}

const ways = { upload: "uploaded", browser: "recorded in the browser", phone: "recorded by phone" };

/** With the moment at which it was made: two takes of one length are two recordings. */
function soundInWords(sound: KnownSound | undefined, inWords: (instant: Temporal.Instant) => string): string {
  if (!sound) return "a sound that is there no more";
  const file = sound.fileName ? ` as “${sound.fileName}”` : "";
  return `${lengthInWords(Math.round(sound.durationSeconds))}, ${ways[sound.source]}${file}, ${inWords(sound.madeAt)}`;
}
