import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { staffUsers } from "@/db/schema";
import type { StaffRole } from "@/lib/auth/roles";

/** What a session is checked against on every request. */
export interface StaffUser {
  id: string;
  name: string;
  email: string;
  role: StaffRole;
  isDisabled: boolean;
  sessionVersion: number;
}

export async function findStaffUser(db: Database, id: string): Promise<StaffUser | null> {
  const [user] = await db
    .select({
      id: staffUsers.id,
      name: staffUsers.name,
      email: staffUsers.email,
      role: staffUsers.role,
      isDisabled: staffUsers.isDisabled,
      sessionVersion: staffUsers.sessionVersion,
    })
    .from(staffUsers)
    .where(eq(staffUsers.id, id));
  return user ?? null;
}
