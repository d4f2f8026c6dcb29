"use client";

import { Card } from "@heroui/react/card";
import { MutationForm } from "@/app/_components/mutation-form";
import { TypedField } from "@/app/_components/typed-field";
import type { RecordingsToEdit } from "./_recordings/edited-recording";
import { RecordingsEditor } from "./_recordings/recordings-editor";
import type { Ringing } from "./_sources/source-props";
import { useOwnDocument } from "./_sources/use-own-document";
import { makeGreeting, saveGreeting } from "./mutations";

interface GreetingFormProps {
  /** What is edited; left out for a new one. */
  editing?: { id: string; version: number };
  name: string;
  recordings: RecordingsToEdit;
  /** The firm's zone, as people name it. */
  zone: string;
  ringing: Ringing;
}

export function GreetingForm({ editing, name, recordings, zone, ringing }: GreetingFormProps) {
  useOwnDocument();
  return (
    <Card className="max-w-2xl p-4 sm:p-6">
      <MutationForm
        mutation={editing ? saveGreeting : makeGreeting}
        submitLabel="Save"
        pendingLabel="Saving…"
        cancelHref="/greetings"
        {...(editing && { editing })}
      >
        {({ typed, fieldErrors }) => (
          <>
            <TypedField
              label="Name"
              name="name"
              help="What your colleagues choose it by. Callers never hear it."
              autoComplete="off"
              typed={typed.name}
              initial={name}
              error={fieldErrors.name}
            />
            <RecordingsEditor initial={recordings} zone={zone} ringing={ringing} fieldErrors={fieldErrors} />
          </>
        )}
      </MutationForm>
    </Card>
  );
}
