"use client";

import { MutationForm } from "@/app/_components/mutation-form";
import type { StaffRole } from "@/lib/auth/roles";
import { saveInvitation } from "../../invitation-mutations";
import { RoleField } from "../../role-field";
import { versionOfRole } from "../../role-version";

/** What an invitation can still be given. */
export function InvitationForm({ id, role }: { id: string; role: StaffRole }) {
  return (
    <MutationForm
      mutation={saveInvitation}
      submitLabel="Save"
      pendingLabel="Saving…"
      cancelHref="/team/invitations"
      editing={{ id, version: versionOfRole(role) }}
    >
      {({ typed, fieldErrors }) => (
        <RoleField
          help="The link that they have stays as it is, and gives them this role."
          typed={typed.role}
          initial={role}
          error={fieldErrors.role}
        />
      )}
    </MutationForm>
  );
}
