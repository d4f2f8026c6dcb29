import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { staffUsers } from "@/db/schema";
import type { StaffRole } from "@/lib/auth/roles";
import { hasSessionEnded } from "./ended-sessions";

/** What a session is checked against on every request. */
export interface StaffUser {
  id: string;
  name: string;
  email: string;
  role: StaffRole;
  isDisabled: boolean;
  sessionVersion: number;
  /** Whether the session that was asked about has been signed out. */
  hasSessionEnded: boolean;
}

export async function findStaffUser(
  db: Database,
  { id, sessionId }: { id: string; sessionId: string },
): Promise<StaffUser | null> {
  const [user] = await db
    .select({
      id: staffUsers.id,
      name: staffUsers.name,
      email: staffUsers.email,
      role: staffUsers.role,
      isDisabled: staffUsers.isDisabled,
      sessionVersion: staffUsers.sessionVersion,
      hasSessionEnded: hasSessionEnded(sessionId),
    })
    .from(staffUsers)
    .where(eq(staffUsers.id, id));
  return user ?? null;
}
