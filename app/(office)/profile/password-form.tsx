"use client";

import { MutationForm } from "@/app/_components/mutation-form";
import { NewPasswordField } from "@/app/_components/new-password-field";
import { TypedField } from "@/app/_components/typed-field";
import { changeMyPassword } from "./mutations";

export function PasswordForm({ email }: { email: string }) {
  return (
    <MutationForm mutation={changeMyPassword} submitLabel="Change my password" pendingLabel="Changing…">
      {({ fieldErrors }) => (
        <>
          <p className="text-sm text-muted">Changing it signs you out everywhere else.</p>
          {/* What a password manager keeps the password under. */}
          <input hidden readOnly type="email" autoComplete="username" value={email} />
          <TypedField
            label="Your password now"
            name="currentPassword"
            type="password"
            autoComplete="current-password"
            error={fieldErrors.currentPassword}
          />
          <NewPasswordField label="New password" error={fieldErrors.newPassword} />
        </>
      )}
    </MutationForm>
  );
}
