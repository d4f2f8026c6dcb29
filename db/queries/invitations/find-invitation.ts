import { and, eq, gt, isNull, type SQL, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { firmSettings, invitations, staffUsers } from "@/db/schema";
import type { StaffRole } from "@/lib/auth/roles";

export interface Invitation {
  id: string;
  email: string;
  role: StaffRole;
  /** Null when whoever it was has left. */
  invitedByName: string | null;
  firmName: string;
  expiresAt: Date;
}

/** Null for a link that is made up, used, withdrawn or too old. */
export const findInvitationByLink = (
  db: Database,
  { tokenHash, at }: { tokenHash: string; at: Temporal.Instant },
): Promise<Invitation | null> => findOpen(db, and(eq(invitations.tokenHash, tokenHash), isValidAt(at)));

/** @param email in lower case. */
export const findInvitationOf = (
  db: Database,
  { email, at }: { email: string; at: Temporal.Instant },
): Promise<Invitation | null> => findOpen(db, and(eq(invitations.email, email), isValidAt(at)));

/** One that has expired is found too: it can be sent again. */
export const findOpenInvitation = (db: Database, id: string): Promise<Invitation | null> =>
  findOpen(db, eq(invitations.id, id));

const isValidAt = (at: Temporal.Instant) => gt(invitations.expiresAt, new Date(at.epochMilliseconds));

async function findOpen(db: Database, condition: SQL | undefined): Promise<Invitation | null> {
  const [found] = await db
    .select({
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      invitedByName: staffUsers.name,
      firmName: firmSettings.name,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .innerJoin(firmSettings, sql`true`)
    .leftJoin(staffUsers, eq(staffUsers.id, invitations.invitedById))
    .where(and(isNull(invitations.acceptedAt), condition));
  return found ?? null;
}
