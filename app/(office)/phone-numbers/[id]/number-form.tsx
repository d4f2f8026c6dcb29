"use client";

import { Card } from "@heroui/react/card";
import { CheckField } from "@/app/_components/check-field";
import { MutationForm } from "@/app/_components/mutation-form";
import { TypedField } from "@/app/_components/typed-field";
import { saveNumber } from "../mutations";

interface NumberFormProps {
  number: { id: string; version: number; friendlyName: string; isTestNumber: boolean };
}

/** What the number is called here, and what it is for; its name at Twilio is left alone. */
export function NumberForm({ number }: NumberFormProps) {
  return (
    <Card className="max-w-2xl p-6">
      <MutationForm
        mutation={saveNumber}
        editing={{ id: number.id, version: number.version }}
        submitLabel="Save"
        pendingLabel="Saving…"
      >
        {({ status, typed, fieldErrors }) => (
          <>
            <TypedField
              label="Name"
              help="What people in the office call it. Its name in Twilio's console stays as it is."
              name="friendlyName"
              autoComplete="off"
              typed={typed.friendlyName}
              initial={number.friendlyName}
              error={fieldErrors.friendlyName}
            />
            <CheckField
              label="This is a test number"
              help="Nobody outside the firm calls it. Its calls can be sent to a preview, to try a new version before everybody has it."
              name="isTestNumber"
              isChecked={status === "refused" ? typed.isTestNumber === "on" : number.isTestNumber}
            />
          </>
        )}
      </MutationForm>
    </Card>
  );
}
