"use client";

import { MutationForm } from "../_components/mutation-form";
import { NewPasswordField } from "../_components/new-password-field";
import { TypedField } from "../_components/typed-field";
import { makeFirstOwner } from "./mutations";

export function SetupForm({ codeHelp }: { codeHelp: string }) {
  return (
    <MutationForm mutation={makeFirstOwner} submitLabel="Begin" pendingLabel="Just a moment…">
      {({ typed, fieldErrors }) => (
        <>
          <TypedField
            label="Setup code"
            help={codeHelp}
            name="code"
            autoComplete="off"
            typed={typed.code}
            error={fieldErrors.code}
          />
          <TypedField
            label="Name of your firm"
            name="firmName"
            autoComplete="organization"
            typed={typed.firmName}
            error={fieldErrors.firmName}
          />
          <TypedField
            label="Your name"
            name="name"
            autoComplete="name"
            typed={typed.name}
            error={fieldErrors.name}
          />
          <TypedField
            label="Your e-mail address"
            name="email"
            type="email"
            autoComplete="username"
            typed={typed.email}
            error={fieldErrors.email}
          />
          <NewPasswordField label="Password" error={fieldErrors.newPassword} />
        </>
      )}
    </MutationForm>
  );
}
