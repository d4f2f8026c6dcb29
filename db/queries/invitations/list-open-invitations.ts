import { and, asc, desc, eq, ilike, isNull, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { counted, totalOfAll } from "@/db/queries/lists/counted";
import {
  anywhere,
  firstRow,
  type Listed,
  type ListRequest,
  rowsPerPage,
} from "@/db/queries/lists/list-request";
import { invitations, staffUsers } from "@/db/schema";
import type { StaffRole } from "@/lib/auth/roles";

export const invitationSorts = ["email", "role", "expires"] as const;

export interface ListedInvitation {
  id: string;
  email: string;
  role: StaffRole;
  /** Null when whoever it was has left. */
  invitedByName: string | null;
  /** In the past for one that has expired. */
  expiresAt: Date;
}

/** Those that nobody has accepted yet, expired ones too. Found by a part of the address. */
export async function listOpenInvitations(
  db: Database,
  request: ListRequest<(typeof invitationSorts)[number]>,
): Promise<Listed<ListedInvitation>> {
  const { search, sort, isDescending } = request;
  const order = isDescending ? desc : asc;
  const key = {
    email: invitations.email,
    role: sql`array_position(array['owner', 'manager', 'staff'], ${invitations.role})`,
    expires: invitations.expiresAt,
  }[sort];
  const rows = await db
    .select({
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      invitedByName: staffUsers.name,
      expiresAt: invitations.expiresAt,
      total: totalOfAll,
    })
    .from(invitations)
    .leftJoin(staffUsers, eq(staffUsers.id, invitations.invitedById))
    .where(
      and(isNull(invitations.acceptedAt), search ? ilike(invitations.email, anywhere(search)) : undefined),
    )
    .orderBy(order(key), invitations.id)
    .limit(rowsPerPage)
    .offset(firstRow(request));
  return counted(rows);
}
