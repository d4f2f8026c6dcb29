import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { staffUsers } from "@/db/schema";

/** What somebody can change about themselves. */
export interface Profile {
  version: number;
  /** Whether they sign in with a password; somebody who came through a provider has none. */
  hasPassword: boolean;
  /** The person that they are, whose phones are "my phones". */
  personId: string | null;
}

/** @throws if there is no such staff user. */
export async function getProfile(db: Database, staffUserId: string): Promise<Profile> {
  const [found] = await db
    .select({
      version: staffUsers.version,
      hasPassword: sql<boolean>`${staffUsers.passwordHash} is not null`,
      personId: staffUsers.personId,
    })
    .from(staffUsers)
    .where(eq(staffUsers.id, staffUserId));
  if (!found) throw new Error("Whoever is signed in has been removed during this request.");
  return found;
}
