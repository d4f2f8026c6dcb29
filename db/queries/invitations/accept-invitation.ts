import { sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { invitations, people, staffUsers } from "@/db/schema";
import { staffUserInWords } from "@/lib/auth/staff-user-in-words";
import { recordActivity } from "../activity/record-activity";
import { recordSignIn } from "../staff/record-sign-in";
import type { Invitation } from "./find-invitation";
import { invitationGone } from "./invite";

export interface Acceptance {
  invitation: Pick<Invitation, "id" | "email" | "role">;
  /** Who is made. */
  staff: {
    id: string;
    name: string;
    /** Null for somebody who signs in through a provider. */
    passwordHash: string | null;
  };
  /** Network that the browser is in. */
  address: string;
  at: Temporal.Instant;
}

/** The statements by which somebody who was invited becomes a staff user, with whatever else that leaves behind. */
export const recordAcceptance = (db: Database, acceptance: Acceptance): BatchItem<"pg">[] => {
  const { invitation, staff, address, at } = acceptance;
  return [
    acceptInvitation(db, acceptance),
    recordSignIn(db, { email: invitation.email, address, at }),
    ...recordActivity(db, {
      staff,
      verb: "acceptInvitation",
      subject: "staffUser",
      subjectId: staff.id,
      subjectName: staff.name,
      before: null,
      after: staffUserInWords({ ...invitation, name: staff.name, isDisabled: false }),
    }),
  ];
};

/** Whose phones are rung is often in the book of people before they are invited: their address tells who they are. */
const personOfThisAddress = sql`(
  select min(${people.id}::text)::uuid from ${people}
  where lower(${people.email}) = accepted.email
    and not exists (select from ${staffUsers} where ${staffUsers.personId} = ${people.id})
  having count(*) = 1
)`;

/**
 * Uses up an invitation and makes the staff user, or ends the batch: of two who follow one link at the same time, the
 * second waits for the first, and is refused.
 */
function acceptInvitation(db: Database, { invitation, staff, at }: Acceptance): BatchItem<"pg"> {
  const now = sql`${at.toString()}::timestamptz`;
  return db.execute(sql`
    with accepted as (
      update ${invitations} set accepted_at = ${now}
      where ${invitations.id} = ${invitation.id}
        and ${invitations.acceptedAt} is null and ${invitations.expiresAt} > ${now}
      returning email, role
    ), made as (
      insert into ${staffUsers} (id, email, name, role, password_hash, person_id)
      select ${staff.id}::uuid, accepted.email, ${staff.name}, accepted.role, ${staff.passwordHash},
        ${personOfThisAddress}
      from accepted
      returning 1
    )
    select refuse_unless(exists (select from made), ${invitationGone})
  `);
}
