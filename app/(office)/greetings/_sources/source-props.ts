import type { KeptSound } from "./send-sound";

/** What each way to a sound is given. */
export interface SourceProps {
  onKeep(sound: KeptSound): void;
}

/** How somebody can be rung to record, as far as the office knows. */
export interface Ringing {
  /** Why nobody can be rung from here; null when nothing stands in the way. */
  hindrance: string | null;
  /** One's own. */
  phones: readonly { label: string; number: string; words: string }[];
}
