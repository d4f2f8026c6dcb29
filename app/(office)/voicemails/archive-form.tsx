import { archiveVoicemail, restoreVoicemail } from "./mutations";
import { OneButtonForm } from "./one-button-form";

/** Puts a voicemail into the archive, and takes it out again. */
export function ArchiveForm({ id, isArchived, about }: { id: string; isArchived: boolean; about: string }) {
  return (
    <OneButtonForm
      mutation={isArchived ? restoreVoicemail : archiveVoicemail}
      fields={{ id }}
      label={isArchived ? "Take out of the archive" : "Archive"}
      about={about}
      variant="outline"
    />
  );
}
