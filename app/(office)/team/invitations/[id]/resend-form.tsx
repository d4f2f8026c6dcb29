"use client";

import { MutationForm } from "@/app/_components/mutation-form";
import { resendInvitation } from "../../invitation-mutations";
import { LinkResult } from "../../link-result";

export function ResendForm({ id }: { id: string }) {
  return (
    <MutationForm
      mutation={resendInvitation}
      submitLabel="Send again"
      pendingLabel="Sending…"
      renderDone={(message) => <LinkResult key={message} message={message} />}
    >
      {() => <input type="hidden" name="id" value={id} />}
    </MutationForm>
  );
}
