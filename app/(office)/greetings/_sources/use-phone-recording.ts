import { useEffect, useState } from "react";
import type { PhoneRecording } from "@/db/queries/phone-recordings/phone-recordings";
import type { KeptSound } from "./send-sound";

const everyMilliseconds = 1500;
/** A phone rings for half a minute, a greeting takes two at most, and Twilio needs a moment. */
const patienceMilliseconds = 5 * 60_000;

interface Progress {
  words: string;
  isWaiting: boolean;
  failure: string | null;
  sound: KeptSound | null;
}

const nothing: Progress = { words: "", isWaiting: false, failure: null, sound: null };
const waiting: Progress = {
  ...nothing,
  words: "Your phone is ringing: pick up, and speak after the tone.",
  isWaiting: true,
};
const fetching: Progress = { ...nothing, words: "Recorded. It is on its way here…", isWaiting: true };
const neverCame = "Nothing has come back from the call. Please try again.";

/** How a call that records a greeting stands, asked again and again until it has come to something. */
export function usePhoneRecording(id: string | null): Progress {
  const [seen, setSeen] = useState<{ id: string; progress: Progress } | null>(null);
  useEffect(() => {
    if (id === null) return;
    const startedAt = Date.now();
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    const look = async () => {
      const found = await ask(id);
      if (isOver) return;
      const isTooLate = Date.now() - startedAt > patienceMilliseconds;
      const progress =
        isTooLate && found?.sound == null ? { ...nothing, failure: neverCame } : progressOf(found);
      setSeen({ id, progress });
      if (progress.isWaiting) timer = setTimeout(look, everyMilliseconds);
    };
    timer = setTimeout(look, everyMilliseconds);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [id]);
  if (id === null) return nothing;
  return seen?.id === id ? seen.progress : waiting;
}

/** Null as well while the network is away: it is asked again. */
const ask = (id: string): Promise<PhoneRecording | null> =>
  fetch(`/greetings/phone-recordings/${id}`, { cache: "no-store" }).then(
    (response) => (response.ok ? response.json() : null),
    () => null,
  );

function progressOf(found: PhoneRecording | null): Progress {
  if (!found || found.status === "ringing") return waiting;
  if (found.status === "failed") return { ...nothing, failure: found.failure };
  return found.sound ? { ...nothing, words: "Recorded. Listen to it:", sound: found.sound } : fetching;
}
