"use client";

import { MutationForm } from "@/app/_components/mutation-form";
import { NewPasswordField } from "@/app/_components/new-password-field";
import { choosePassword } from "./mutations";

export function ChoosePasswordForm({ token, email }: { token: string; email: string }) {
  return (
    <MutationForm mutation={choosePassword} submitLabel="Set password" pendingLabel="Just a moment…">
      {({ fieldErrors }) => (
        <>
          <input type="hidden" name="token" value={token} />
          {/* What a password manager keeps the password under. */}
          <input hidden readOnly type="email" autoComplete="username" value={email} />
          <NewPasswordField label="New password" error={fieldErrors.newPassword} />
        </>
      )}
    </MutationForm>
  );
}
