"use client";

import { MutationForm } from "@/app/_components/mutation-form";
import { TypedField } from "@/app/_components/typed-field";
import { saveMyName } from "./mutations";

export function NameForm({ editing, name }: { editing: { id: string; version: number }; name: string }) {
  return (
    <MutationForm mutation={saveMyName} submitLabel="Save my name" pendingLabel="Saving…" editing={editing}>
      {({ typed, fieldErrors }) => (
        <TypedField
          label="Your name"
          help="As the others see it, beside what you change."
          name="name"
          autoComplete="name"
          typed={typed.name}
          initial={name}
          error={fieldErrors.name}
        />
      )}
    </MutationForm>
  );
}
