import type { BatchItem } from "drizzle-orm/batch";
import { Refusal } from "@/app/_mutations/refusal";
import type { Database } from "@/db/client";
import { type InWords, recordActivity } from "@/db/queries/activity/record-activity";
import { findPerson } from "@/db/queries/people/find-person";
import { findTeamMember, type TeamMember } from "@/db/queries/staff/find-team-member";
import { lastOwner } from "@/db/queries/staff/owners";
import type { SignedInStaff } from "@/lib/auth/require-staff";
import { staffUserInWords } from "@/lib/auth/staff-user-in-words";

/** What can stand in the way of a change to somebody in the team. */
export const memberRefusals = {
  [lastOwner]: "This is the last owner who can sign in. Make somebody else an owner first.",
  staff_users_person_unique: {
    field: "personId",
    message: "Somebody else in the team is this person already.",
  },
  staff_users_person_id_people_id_fk: {
    field: "personId",
    message: "This person has been deleted in the meantime.",
  },
};

/** @throws Refusal when somebody has removed them. */
export async function getTeamMember(db: Database, id: string): Promise<TeamMember> {
  const member = await findTeamMember(db, id);
  if (!member) throw new Refusal({ message: "They have been removed from the team in the meantime." });
  return member;
}

type MemberChange = {
  staff: SignedInStaff;
  verb: string;
  /** Null when they have been removed meanwhile, which the save itself then finds. */
  before: TeamMember | null;
} & (
  | { changed: Partial<TeamMember> }
  /** What was done that leaves them as they were. */
  | { done: InWords }
  | { isRemoved: true }
);

/** The statements that put a change to somebody in the team on record. */
export async function recordMember(db: Database, change: MemberChange): Promise<BatchItem<"pg">[]> {
  const { staff, verb, before } = change;
  if (!before) return [];
  const after = "changed" in change ? { ...before, ...change.changed } : before;
  const about = {
    staff,
    verb,
    subject: "staffUser",
    subjectId: before.id,
    subjectName: after.name,
  } as const;
  if ("done" in change) return recordActivity(db, { ...about, before: null, after: change.done });
  if ("isRemoved" in change)
    return recordActivity(db, { ...about, before: memberInWords(before), after: null });
  const isSamePerson = after.personId === before.personId;
  const person = isSamePerson || !after.personId ? null : await findPerson(db, after.personId);
  const personName = isSamePerson ? before.personName : (person?.name ?? null);
  return recordActivity(db, {
    ...about,
    before: memberInWords(before),
    after: memberInWords({ ...after, personName }),
  });
}

const memberInWords = (member: TeamMember): InWords => ({
  ...staffUserInWords(member),
  "Phones of": member.personName ?? "nobody",
});
