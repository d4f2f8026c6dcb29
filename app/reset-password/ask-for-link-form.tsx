"use client";

import { MutationForm } from "../_components/mutation-form";
import { TypedField } from "../_components/typed-field";
import { askForPasswordLink } from "./mutations";

export function AskForLinkForm() {
  return (
    <MutationForm
      mutation={askForPasswordLink}
      submitLabel="Send me a link"
      pendingLabel="Sending…"
      renderDone={(message) => (
        <p role="status" className="rounded-xl bg-success-soft px-3 py-2 text-sm">
          {message}
        </p>
      )}
    >
      {({ typed, fieldErrors }) => (
        <TypedField
          label="Your e-mail address"
          help="We send you a link with which you choose a new password."
          name="email"
          type="email"
          autoComplete="username"
          typed={typed.email}
          error={fieldErrors.email}
        />
      )}
    </MutationForm>
  );
}
