import { z } from "zod";
import { jsonField } from "@/app/_mutations/form-fields";
import { mostDatedRecordings } from "./edited-recording";

const datedRecording = z.object({
  soundId: z.string(),
  label: z.string().trim().max(80, "That is too long: at most 80 characters."),
  /** As a datetime-local sends them, by the firm's clock. */
  from: z.string(),
  until: z.string(),
});

export type TypedRecording = z.infer<typeof datedRecording>;

/** What `RecordingsEditor` sends. Issues are named "recordings.1.label". */
export const recordingsFields = {
  standingSoundId: z.string(),
  recordings: jsonField(
    z
      .array(datedRecording)
      .max(mostDatedRecordings, `At most ${mostDatedRecordings} recordings can have dates.`),
  ),
};
