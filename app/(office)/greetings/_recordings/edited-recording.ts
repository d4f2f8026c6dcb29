import type { KeptSound } from "../_sources/send-sound";
import type { TypedRecording } from "./recordings-schema";

/** A recording with dates, while it is edited. */
export interface EditedRecording extends Omit<TypedRecording, "soundId"> {
  /** Stays the same while others come and go. */
  key: string;
  sound: KeptSound | null;
}

/** What a greeting begins with in its form. */
export interface RecordingsToEdit {
  standing: KeptSound | null;
  dated: readonly EditedRecording[];
}

/** More than anybody keeps an overview of. */
export const mostDatedRecordings = 20;

/** As `recordingsFields` reads it. */
export const toJson = (recordings: readonly EditedRecording[]): string =>
  JSON.stringify(
    recordings.map(
      ({ label, from, until, sound }): TypedRecording => ({ label, from, until, soundId: sound?.id ?? "" }),
    ),
  );
