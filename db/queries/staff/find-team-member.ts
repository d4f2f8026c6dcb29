import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { invitations, people, staffUsers } from "@/db/schema";
import type { StaffRole } from "@/lib/auth/roles";
import { lastSignIn } from "./last-sign-in";

/** A staff user as an owner sees them. */
export interface TeamMember {
  id: string;
  name: string;
  email: string;
  role: StaffRole;
  isDisabled: boolean;
  version: number;
  /** The person that they are, whose phones are rung. */
  personId: string | null;
  personName: string | null;
  lastSignInAt: Date | null;
  /** Invitations of theirs that nobody has accepted yet. */
  openInvitations: number;
}

const openInvitations = sql`
  select count(*)::int from ${invitations}
  where ${invitations.invitedById} = ${staffUsers.id} and ${invitations.acceptedAt} is null
`;

export async function findTeamMember(db: Database, id: string): Promise<TeamMember | null> {
  const [found] = await db
    .select({
      id: staffUsers.id,
      name: staffUsers.name,
      email: staffUsers.email,
      role: staffUsers.role,
      isDisabled: staffUsers.isDisabled,
      version: staffUsers.version,
      personId: staffUsers.personId,
      personName: people.name,
      lastSignInAt: lastSignIn,
      openInvitations: sql<number>`(${openInvitations})`,
    })
    .from(staffUsers)
    .leftJoin(people, eq(people.id, staffUsers.personId))
    .where(eq(staffUsers.id, id));
  return found ?? null;
}
