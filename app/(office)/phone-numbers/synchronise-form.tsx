"use client";

import { MutationForm } from "@/app/_components/mutation-form";
import { synchronise } from "./mutations";

/** Asks Twilio for the account's numbers. What has come of it is said once. */
export function SynchroniseForm() {
  return (
    <MutationForm mutation={synchronise} submitLabel="Synchronise" pendingLabel="Synchronising…">
      {() => null}
    </MutationForm>
  );
}
