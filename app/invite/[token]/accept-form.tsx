"use client";

import { MutationForm } from "@/app/_components/mutation-form";
import { NewPasswordField } from "@/app/_components/new-password-field";
import { TypedField } from "@/app/_components/typed-field";
import { acceptInvitation } from "./mutations";

export function AcceptForm({ token, email }: { token: string; email: string }) {
  return (
    <MutationForm mutation={acceptInvitation} submitLabel="Join" pendingLabel="Just a moment…">
      {({ typed, fieldErrors }) => (
        <>
          <input type="hidden" name="token" value={token} />
          {/* What a password manager keeps the password under. */}
          <input hidden readOnly type="email" autoComplete="username" value={email} />
          <TypedField
            label="Your name"
            name="name"
            autoComplete="name"
            typed={typed.name}
            error={fieldErrors.name}
          />
          <NewPasswordField label="Choose a password" error={fieldErrors.newPassword} />
        </>
      )}
    </MutationForm>
  );
}
