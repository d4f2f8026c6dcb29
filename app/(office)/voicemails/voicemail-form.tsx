"use client";

import { FewOrMany, type SomeChoices } from "@/app/_components/few-or-many";
import { MutationForm } from "@/app/_components/mutation-form";
import { TypedArea } from "@/app/_components/typed-area";
import { searchWho } from "../people/lookups";
import { saveVoicemail } from "./mutations";

interface VoicemailFormProps {
  editing: { id: string; version: number };
  initial: { assignedToId: string; note: string };
  /** Whom it can be given to. */
  people: SomeChoices;
}

const searchPeople = (text: string) => searchWho("person", text);

/** Whose it is to answer a voicemail, and what they should know. */
export function VoicemailForm({ editing, initial, people }: VoicemailFormProps) {
  return (
    <MutationForm mutation={saveVoicemail} submitLabel="Save" pendingLabel="Saving…" editing={editing}>
      {({ typed, fieldErrors }) => (
        <>
          <FewOrMany
            label="Assigned to"
            name="assignedToId"
            help="Whoever is to call back."
            empty="Nobody"
            {...people}
            search={searchPeople}
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
