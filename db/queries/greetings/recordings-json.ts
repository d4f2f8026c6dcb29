import { type SQL, sql } from "drizzle-orm";
import { type RecordingJson, recordingFromJson } from "@/db/queries/call-path/action-from-json";
import { epochMilliseconds } from "@/db/queries/call-path/epoch-milliseconds";
import { greetingRecordings, greetings, sounds } from "@/db/schema";
import type { GreetingRecording } from "@/lib/call/setup";

/** A recording as the pages show it. */
export interface LibraryRecording extends GreetingRecording {
  durationSeconds: number;
}

export type LibraryRecordingJson = RecordingJson & { durationSeconds: number };

const asJson: SQL = sql`(
  select json_agg(json_build_object(
    'soundId', ${greetingRecordings.soundId}, 'label', ${greetingRecordings.label},
    'startsAt', ${epochMilliseconds(greetingRecordings.startsAt)}, 'endsAt', ${epochMilliseconds(greetingRecordings.endsAt)},
    'durationSeconds', ${sounds.durationSeconds}
  ) order by ${greetingRecordings.startsAt} nulls first, ${greetingRecordings.endsAt}, ${greetingRecordings.id})
  from ${greetingRecordings} join ${sounds} on ${sounds.id} = ${greetingRecordings.soundId}
  where ${greetingRecordings.greetingId} = ${greetings.id}
)`;

/** The recordings of the greeting that is selected: the standing one, then the others by their dates. One deeper than it looks needed: see `templateAsJson`. */
export const recordingsAsJson = sql<LibraryRecordingJson[]>`${sql`coalesce(${asJson}, '[]')`}`;

export const libraryRecording = ({
  durationSeconds,
  ...recording
}: LibraryRecordingJson): LibraryRecording => ({
  ...recordingFromJson(recording),
  durationSeconds,
});
