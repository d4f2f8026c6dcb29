"use client";

import { ChoiceField } from "@/app/_components/choice-field";
import { MutationForm } from "@/app/_components/mutation-form";
import { TypedArea } from "@/app/_components/typed-area";
import type { Assignee } from "@/db/queries/voicemails/list-assignees";
import { saveVoicemail } from "./mutations";

interface VoicemailFormProps {
  editing: { id: string; version: number };
  initial: { assignedToId: string; note: string };
  assignees: readonly Assignee[];
}

/** Whose it is to answer a voicemail, and what they should know. */
export function VoicemailForm({ editing, initial, assignees }: VoicemailFormProps) {
  return (
    <MutationForm mutation={saveVoicemail} submitLabel="Save" pendingLabel="Saving…" editing={editing}>
      {({ typed, fieldErrors }) => (
        <>
          <ChoiceField
            label="Assigned to"
            name="assignedToId"
            help="Whoever is to call back."
            empty="Nobody"
            options={assignees.map(({ id, name }) => ({ value: id, label: name }))}
            typed={typed.assignedToId}
            initial={initial.assignedToId}
            error={fieldErrors.assignedToId}
          />
          <TypedArea
            label="Note"
            name="note"
            help="What has been done, and what is left to do. Callers never see it."
            typed={typed.note}
            initial={initial.note}
            error={fieldErrors.note}
          />
        </>
      )}
    </MutationForm>
  );
}
