"use client";

import { MutationForm } from "@/app/_components/mutation-form";
import { OneOfMany } from "@/app/_components/one-of-many";
import { TypedField } from "@/app/_components/typed-field";
import type { StaffRole } from "@/lib/auth/roles";
import { searchPeopleToBe } from "../lookups";
import { saveTeamMember } from "../mutations";
import { RoleField } from "../role-field";

interface MemberFormProps {
  member: {
    id: string;
    version: number;
    name: string;
    role: StaffRole;
    personId: string | null;
    personName: string | null;
  };
}

export function MemberForm({ member }: MemberFormProps) {
  const { id, personId, personName } = member;
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
          <OneOfMany
            label="Their phones are those of"
            help="They can change that person's phones, and say when they are away, in their profile."
            name="personId"
            empty="Nobody"
            initial={personId === null ? null : { id: personId, label: personName ?? "" }}
            error={fieldErrors.personId}
            search={(text) => searchPeopleToBe(id, text)}
          />
        </>
      )}
    </MutationForm>
  );
}
