"use client";

import { Card } from "@heroui/react/card";
import { MutationForm } from "@/app/_components/mutation-form";
import { TypedField } from "@/app/_components/typed-field";
import { addExampleNumber } from "../mutations";

export function ExampleForm() {
  return (
    <Card className="max-w-2xl p-6">
      <MutationForm
        mutation={addExampleNumber}
        submitLabel="Add"
        pendingLabel="Adding…"
        cancelHref="/phone-numbers"
      >
        {({ typed, fieldErrors }) => (
          <>
            <TypedField
              label="Phone number"
              name="number"
              type="tel"
              autoComplete="off"
              typed={typed.number}
              error={fieldErrors.number}
            />
            <TypedField
              label="Name"
              help="What people in the office call it, such as “Front desk”."
              name="friendlyName"
              autoComplete="off"
              typed={typed.friendlyName}
              error={fieldErrors.friendlyName}
            />
          </>
        )}
      </MutationForm>
    </Card>
  );
}
