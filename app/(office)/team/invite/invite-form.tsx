"use client";

import { Card } from "@heroui/react/card";
import { MutationForm } from "@/app/_components/mutation-form";
import { TypedField } from "@/app/_components/typed-field";
import type { StaffRole } from "@/lib/auth/roles";
import { inviteStaff } from "../invitation-mutations";
import { LinkResult } from "../link-result";
import { RoleField } from "../role-field";

export function InviteForm({ initialRole }: { initialRole: StaffRole }) {
  return (
    <Card className="max-w-2xl p-4 sm:p-6">
      <MutationForm
        mutation={inviteStaff}
        submitLabel="Invite"
        pendingLabel="Inviting…"
        cancelHref="/team/invitations"
        renderDone={(message) => <LinkResult key={message} message={message} />}
      >
        {({ typed, fieldErrors }) => (
          <>
            <TypedField
              label="E-mail address"
              name="email"
              type="email"
              autoComplete="off"
              typed={typed.email}
              error={fieldErrors.email}
            />
            <RoleField typed={typed.role} initial={initialRole} error={fieldErrors.role} />
          </>
        )}
      </MutationForm>
    </Card>
  );
}
