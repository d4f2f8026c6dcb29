import { and, eq, isNull, lte, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { invitations, staffUsers } from "@/db/schema";
import type { StaffRole } from "@/lib/auth/roles";
import { staleVersion } from "../writes/raise-version";
import { refuseUnless } from "../writes/refuse-unless";

const daysValid = 7;

const dateOf = (instant: Temporal.Instant) => new Date(instant.epochMilliseconds);
const expiryAfter = (at: Temporal.Instant) => dateOf(at.add({ hours: daysValid * 24 }));

export interface NewInvitation {
  id: string;
  /** In lower case. */
  email: string;
  role: StaffRole;
  tokenHash: string;
  invitedById: string;
  at: Temporal.Instant;
}

/** The refusal of inviting somebody who is a staff user already. */
export const alreadyStaff = "already_staff";

/** The statements that invite an address for a week. One invitation that has expired makes room for another. */
export const insertInvitation = (db: Database, { at, ...invitation }: NewInvitation): BatchItem<"pg">[] => [
  refuseUnless(
    db,
    sql`not exists (select from ${staffUsers} where ${staffUsers.email} = ${invitation.email})`,
    alreadyStaff,
  ),
  db
    .delete(invitations)
    .where(
      and(
        eq(invitations.email, invitation.email),
        isNull(invitations.acceptedAt),
        lte(invitations.expiresAt, dateOf(at)),
      ),
    ),
  db.insert(invitations).values({ ...invitation, createdAt: dateOf(at), expiresAt: expiryAfter(at) }),
];

/** The refusal of whatever is about an invitation that has been accepted or withdrawn. */
export const invitationGone = "invitation_gone";

/** A new link and a new week; the old link ends. */
export const renewInvitation = (
  db: Database,
  { id, tokenHash, at }: { id: string; tokenHash: string; at: Temporal.Instant },
): BatchItem<"pg"> =>
  db.execute(sql`
    with renewed as (
      update ${invitations}
      set token_hash = ${tokenHash}, expires_at = ${expiryAfter(at).toISOString()}::timestamptz
      where ${invitations.id} = ${id} and ${invitations.acceptedAt} is null
      returning 1
    )
    select refuse_unless(exists (select from renewed), ${invitationGone})
  `);

/**
 * Gives whoever accepts it another role; the link stays. Refused with `staleVersion` unless it still gives the role that
 * the person saw: that is all there is to edit, so it tells one version from another without a column for it.
 */
export const changeInvitedRole = (
  db: Database,
  { id, seenRole, role }: { id: string; seenRole: StaffRole; role: StaffRole },
): BatchItem<"pg"> =>
  db.execute(sql`
    with changed as (
      update ${invitations} set role = ${role}
      where ${invitations.id} = ${id} and ${invitations.acceptedAt} is null and ${invitations.role} = ${seenRole}
      returning 1
    )
    select refuse_unless(exists (select from changed), ${staleVersion})
  `);

/** The link ends. */
export const withdrawInvitation = (db: Database, id: string): BatchItem<"pg"> =>
  db.execute(sql`
    with withdrawn as (
      delete from ${invitations} where ${invitations.id} = ${id} and ${invitations.acceptedAt} is null returning 1
    )
    select refuse_unless(exists (select from withdrawn), ${invitationGone})
  `);
