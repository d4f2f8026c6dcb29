"use client";

import { ChoiceField } from "@/app/_components/choice-field";
import { MutationForm } from "@/app/_components/mutation-form";
import { TypedField } from "@/app/_components/typed-field";
import type { StaffRole } from "@/lib/auth/roles";
import { saveTeamMember } from "../mutations";
import { RoleField } from "../role-field";

interface MemberFormProps {
  member: { id: string; version: number; name: string; role: StaffRole; personId: string | null };
  /** Whom they can be. */
  people: readonly { id: string; name: string }[];
}

export function MemberForm({ member, people }: MemberFormProps) {
  return (
    <MutationForm
      mutation={saveTeamMember}
      submitLabel="Save"
      pendingLabel="Saving…"
      cancelHref="/team"
      editing={member}
    >
      {({ typed, fieldErrors }) => (
        <>
          <TypedField
            label="Name"
            name="name"
            autoComplete="off"
            typed={typed.name}
            initial={member.name}
            error={fieldErrors.name}
          />
          <RoleField
            help="It counts from the very next page that they open."
            typed={typed.role}
            initial={member.role}
            error={fieldErrors.role}
          />
          <ChoiceField
            label="Their phones are those of"
            help="They can change that person's phones, and say when they are away, in their profile."
            name="personId"
            empty="Nobody"
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
            typed={typed.personId}
            initial={member.personId ?? ""}
            error={fieldErrors.personId}
          />
        </>
      )}
    </MutationForm>
  );
}
