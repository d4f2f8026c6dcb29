import { type SQL, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { signInAttempts } from "@/db/schema";

/**
 * A session is a signed cookie, of which whoever has a copy could go on after signing out. So the end of one is written
 * down among the attempts to sign in, under a sentence of its own as other events are, and is kept longer than any session
 * lasts: see `mostSessionDays` and `deleteExpired`.
 */
const endOf = (sessionId: string): string => `end of session ${sessionId}`;

/** However often it is ended, it is over. */
export async function endOneSession(
  db: Database,
  { sessionId, at }: { sessionId: string; at: Temporal.Instant },
): Promise<void> {
  await db.insert(signInAttempts).values({
    email: endOf(sessionId),
    address: "signed out",
    // Nothing that was got wrong: failures are counted by address.
    hasSucceeded: true,
    at: new Date(at.epochMilliseconds),
  });
}

/** Whether one has been ended, for a select: by the index, whatever else is written there. */
export const hasSessionEnded = (sessionId: string): SQL<boolean> =>
  sql<boolean>`exists (select 1 from ${signInAttempts} where ${signInAttempts.email} = ${endOf(sessionId)})`;
