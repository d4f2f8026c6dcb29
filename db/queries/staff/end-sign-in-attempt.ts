import { and, eq, lt } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { signInAttempts } from "@/db/schema";

/** How long an address is remembered as one where an account has signed in. */
const daysKept = 90;

/** The password was right. What is too old to matter goes. */
export async function markSignInSucceeded(
  db: Database,
  { attemptId, at }: { attemptId: number; at: Temporal.Instant },
): Promise<void> {
  const oldest = new Date(at.subtract({ hours: daysKept * 24 }).epochMilliseconds);
  await db.batch([
    db.update(signInAttempts).set({ hasSucceeded: true }).where(eq(signInAttempts.id, attemptId)),
    db.delete(signInAttempts).where(lt(signInAttempts.at, oldest)),
  ]);
}

/** The attempt came too soon and no password was looked at: waiting longer for it would help nobody. */
export async function withdrawSignInAttempt(db: Database, attemptId: number): Promise<void> {
  await db
    .delete(signInAttempts)
    .where(and(eq(signInAttempts.id, attemptId), eq(signInAttempts.hasSucceeded, false)));
}
