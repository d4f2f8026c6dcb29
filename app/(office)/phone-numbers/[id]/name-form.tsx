"use client";

import { Card } from "@heroui/react/card";
import { MutationForm } from "@/app/_components/mutation-form";
import { TypedField } from "@/app/_components/typed-field";
import { renameNumber } from "../mutations";

/** What the number is called here; its name at Twilio is left alone. */
export function NameForm({ number }: { number: { id: string; version: number; friendlyName: string } }) {
  return (
    <Card className="max-w-2xl p-6">
      <MutationForm
        mutation={renameNumber}
        editing={{ id: number.id, version: number.version }}
        submitLabel="Save"
        pendingLabel="Saving…"
      >
        {({ typed, fieldErrors }) => (
          <TypedField
            label="Name"
            help="What people in the office call it. Its name in Twilio's console stays as it is."
            name="friendlyName"
            autoComplete="off"
            typed={typed.friendlyName}
            initial={number.friendlyName}
            error={fieldErrors.friendlyName}
          />
        )}
      </MutationForm>
    </Card>
  );
}
