import { useEffect, useState } from "react";
import type { Place } from "./place";

const pauseMilliseconds = 150;

interface FoundPlaces {
  places: readonly Place[];
  /** What to say instead, when it could not be looked up. */
  fault: string | null;
}

const nothing: FoundPlaces = { places: [], fault: null };

/** Looks up what is typed, a moment after the last key. A slow answer never replaces that to a later question. */
export function useFoundPlaces(search: string): FoundPlaces {
  const [found, setFound] = useState(nothing);
  useEffect(() => {
    if (!search.trim()) return setFound(nothing);
    const asking = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const answer = await fetch(`/find?${new URLSearchParams({ q: search })}`, { signal: asking.signal });
        if (answer.status === 401) {
          return setFound({ places: [], fault: "You have been signed out. Load the page again to sign in." });
        }
        if (!answer.ok) throw new Error(`The search answered ${answer.status}.`);
        setFound({ places: await answer.json(), fault: null });
      } catch {
        if (!asking.signal.aborted) setFound({ places: [], fault: "The search does not answer just now." });
      }
    }, pauseMilliseconds);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [search]);
  return found;
}
