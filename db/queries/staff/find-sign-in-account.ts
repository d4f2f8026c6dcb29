import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { staffUsers } from "@/db/schema";

export interface SignInAccount {
  id: string;
  /** Null for someone who signs in through a provider alone. */
  passwordHash: string | null;
  isDisabled: boolean;
  sessionVersion: number;
}

/** @param email in lower case, as it is stored. */
export async function findSignInAccount(db: Database, email: string): Promise<SignInAccount | null> {
  const [account] = await db
    .select({
      id: staffUsers.id,
      passwordHash: staffUsers.passwordHash,
      isDisabled: staffUsers.isDisabled,
      sessionVersion: staffUsers.sessionVersion,
    })
    .from(staffUsers)
    .where(eq(staffUsers.email, email));
  return account ?? null;
}
