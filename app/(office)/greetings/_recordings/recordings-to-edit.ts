import { wallTimeToType } from "@/app/_format/read-wall-time";
import type { LibraryRecording } from "@/db/queries/greetings/recordings-json";
import type { RecordingsToEdit } from "./edited-recording";

/** The recordings of a greeting as its form begins with them, their dates by the firm's clock. */
export function recordingsToEdit(
  recordings: readonly LibraryRecording[],
  timeZone: string,
): RecordingsToEdit {
  const soundOf = ({ soundId, durationSeconds }: LibraryRecording) => ({ id: soundId, durationSeconds });
  const standing = recordings.find(({ startsAt }) => startsAt === null);
  return {
    standing: standing ? soundOf(standing) : null,
    dated: recordings.flatMap((recording, index) => {
      const { label, startsAt, endsAt } = recording;
      if (!startsAt || !endsAt) return [];
      return {
        key: `stored-${index}`,
        label,
        from: wallTimeToType(startsAt, timeZone),
        until: wallTimeToType(endsAt, timeZone),
        sound: soundOf(recording),
      };
    }),
  };
}
