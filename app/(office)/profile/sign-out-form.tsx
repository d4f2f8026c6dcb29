"use client";

import { MutationForm } from "@/app/_components/mutation-form";
import { signOutEverywhere } from "./mutations";

export function SignOutForm() {
  return (
    <MutationForm
      mutation={signOutEverywhere}
      submitLabel="Sign out everywhere"
      pendingLabel="Signing out…"
      submitVariant="secondary"
    >
      {() => null}
    </MutationForm>
  );
}
