"use client";

import { Card } from "@heroui/react/card";
import { CheckField } from "@/app/_components/check-field";
import { MutationForm } from "@/app/_components/mutation-form";
import { TypedArea } from "@/app/_components/typed-area";
import { TypedField } from "@/app/_components/typed-field";
import { blockCaller, saveBlockedCaller } from "./mutations";

interface BlockedCallerFormProps {
  /** What is edited, its number as people here write it; left out for a new one. */
  caller?: { id: string; version: number; number: string; isWithheld: boolean; note: string };
  /** A number to begin with, such as one from the log of calls. */
  number?: string | undefined;
  /** A note to begin with: one why that holds for several numbers. */
  note?: string | undefined;
}

export function BlockedCallerForm({ caller, number, note }: BlockedCallerFormProps) {
  return (
    <Card className="max-w-2xl p-6">
      <MutationForm
        mutation={caller ? saveBlockedCaller : blockCaller}
        submitLabel={caller ? "Save" : "Block"}
        pendingLabel={caller ? "Saving…" : "Blocking…"}
        cancelHref="/blocked-callers"
        {...(caller && { editing: caller })}
      >
        {({ typed, fieldErrors, status }) => (
          <>
            <TypedField
              label="Phone number"
              name="number"
              type="tel"
              autoComplete="off"
              typed={typed.number}
              initial={caller?.number ?? number}
              error={fieldErrors.number}
            />
            <CheckField
              label="Everybody who withholds their number"
              help="Instead of one number. Doctors and courts often withhold theirs."
              name="isWithheld"
              isChecked={status === "refused" ? typed.isWithheld === "on" : (caller?.isWithheld ?? false)}
            />
            <TypedArea
              label="Note"
              help="Why, for whoever looks at this next year. Callers never hear it."
              name="note"
              rows={3}
              typed={typed.note}
              initial={caller?.note ?? note}
              error={fieldErrors.note}
            />
          </>
        )}
      </MutationForm>
    </Card>
  );
}
