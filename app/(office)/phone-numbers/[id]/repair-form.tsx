"use client";

import { MutationForm } from "@/app/_components/mutation-form";
import { repairNumber } from "./mutations";

/** Tells Twilio once more what is wanted of a number. */
export function RepairForm({
  number,
  isDrifted,
}: {
  number: { id: string; version: number };
  isDrifted: boolean;
}) {
  const { id, version } = number;
  return (
    <MutationForm
      mutation={repairNumber}
      editing={{ id, version }}
      submitLabel={isDrifted ? "Repair" : "Try again"}
      pendingLabel={isDrifted ? "Repairing…" : "Trying…"}
    >
      {() => null}
    </MutationForm>
  );
}
