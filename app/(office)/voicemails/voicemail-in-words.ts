import { describeCaller } from "@/app/_format/describe-caller";
import type { InWords } from "@/db/queries/activity/record-activity";
import type { Voicemail } from "@/db/queries/voicemails/find-voicemail";

/** As changes name it: by who left it. */
export const voicemailName = (
  { from, fromName }: Pick<Voicemail, "from" | "fromName">,
  country: string,
): string => `from ${describeCaller(from, fromName, country)}`;

export const voicemailInWords = ({
  assignedToName,
  note,
  isArchived,
}: {
  assignedToName: string | null;
  note: string;
  isArchived: boolean;
}): InWords => ({
  "Assigned to": assignedToName ?? "Nobody",
  Note: note,
  Archived: isArchived ? "Yes" : "No",
});

/** Of one as it stands. */
export const standingInWords = ({ assignedTo, note, archivedAt }: Voicemail): InWords =>
  voicemailInWords({ assignedToName: assignedTo?.name ?? null, note, isArchived: archivedAt !== null });
