"use client";

import { Card } from "@heroui/react/card";
import { MutationForm } from "@/app/_components/mutation-form";
import { TypedField } from "@/app/_components/typed-field";
import { deleteCaller } from "./mutations";

interface DeleteCallerFormProps {
  number: string;
  /** As people here write it. */
  words: string;
  recordings: number;
}

/** It cannot be undone, so the number has to be typed. */
export function DeleteCallerForm({ number, words, recordings }: DeleteCallerFormProps) {
  return (
    <Card className="gap-4 p-6">
      <h2 className="text-lg font-semibold">Delete all of it</h2>
      <p>
        Their calls, messages{recordings > 0 && " with the recordings at Twilio"}, texts and calls back are
        deleted, and they are no longer known or blocked here. Nobody can bring that back. In the activity it
        stays that something was done, but not to whom.
      </p>
      <p className="text-sm text-muted">
        Twilio keeps a log of calls and texts of its own: delete them there too, in Twilio's console under
        Monitor, Logs. If they call again, that call is kept as any other.
      </p>
      <MutationForm
        mutation={deleteCaller}
        submitLabel="Delete for good"
        pendingLabel="Deleting…"
        submitVariant="danger"
      >
        {({ typed, fieldErrors }) => (
          <>
            <input type="hidden" name="number" value={number} />
            <TypedField
              label={`Type ${words} to delete it`}
              name="confirmation"
              type="text"
              inputMode="tel"
              autoComplete="off"
              typed={typed.confirmation}
              error={fieldErrors.confirmation}
            />
          </>
        )}
      </MutationForm>
    </Card>
  );
}
