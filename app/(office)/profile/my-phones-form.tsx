"use client";

import { MutationForm } from "@/app/_components/mutation-form";
import { AwayField } from "../people/_away/away-field";
import { PhonesEditor } from "../people/_phones/phones-editor";
import type { TypedPhone } from "../people/_phones/phones-schema";
import { saveMyPhones } from "./mutations";

interface MyPhonesFormProps {
  /** The person that they are. */
  editing: { id: string; version: number };
  initial: { awayUntil: string; phones: TypedPhone[] };
  /** The firm's. */
  timeZone: string;
}

export function MyPhonesForm({ editing, initial, timeZone }: MyPhonesFormProps) {
  return (
    <MutationForm
      mutation={saveMyPhones}
      submitLabel="Save my phones"
      pendingLabel="Saving…"
      editing={editing}
    >
      {({ typed, fieldErrors }) => (
        <>
          <PhonesEditor initial={initial.phones} typed={typed.phones} fieldErrors={fieldErrors} />
          <AwayField
            timeZone={timeZone}
            typed={typed.awayUntil}
            initial={initial.awayUntil}
            error={fieldErrors.awayUntil}
          />
        </>
      )}
    </MutationForm>
  );
}
