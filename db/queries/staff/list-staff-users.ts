import { asc, desc, ilike, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { counted, totalOfAll } from "@/db/queries/lists/counted";
import {
  anywhere,
  firstRow,
  type Listed,
  type ListRequest,
  rowsPerPage,
} from "@/db/queries/lists/list-request";
import { staffUsers } from "@/db/schema";
import type { StaffRole } from "@/lib/auth/roles";
import { lastSignIn } from "./last-sign-in";

export const staffUserSorts = ["name", "email", "role", "signedIn"] as const;

export interface ListedStaffUser {
  id: string;
  name: string;
  email: string;
  role: StaffRole;
  isDisabled: boolean;
  /** Null when there is none that is remembered. */
  lastSignInAt: Date | null;
}

/** Found by a part of the name or the address. */
export async function listStaffUsers(
  db: Database,
  request: ListRequest<(typeof staffUserSorts)[number]>,
): Promise<Listed<ListedStaffUser>> {
  const { search, sort, isDescending } = request;
  const order = isDescending ? desc : asc;
  const key = {
    name: sql`lower(${staffUsers.name})`,
    email: staffUsers.email,
    role: sql`array_position(array['owner', 'manager', 'staff'], ${staffUsers.role})`,
    signedIn: sql`coalesce(${lastSignIn}, '-infinity')`,
  }[sort];
  const rows = await db
    .select({
      id: staffUsers.id,
      name: staffUsers.name,
      email: staffUsers.email,
      role: staffUsers.role,
      isDisabled: staffUsers.isDisabled,
      lastSignInAt: lastSignIn,
      total: totalOfAll,
    })
    .from(staffUsers)
    .where(
      search
        ? or(ilike(staffUsers.name, anywhere(search)), ilike(staffUsers.email, anywhere(search)))
        : undefined,
    )
    .orderBy(order(key), staffUsers.id)
    .limit(rowsPerPage)
    .offset(firstRow(request));
  return counted(rows);
}
