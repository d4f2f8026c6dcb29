import type { Database } from "@/db/client";
import { beginSignInAttempt, type SignInTry } from "@/db/queries/staff/begin-sign-in-attempt";
import { withdrawSignInAttempt } from "@/db/queries/staff/end-sign-in-attempt";
import { secondsToWait } from "./sign-in-pace";

/**
 * Writes a try down before anything is looked at, and answers how long whoever makes it has to wait instead: 0 when it
 * may be made now. Until it is marked as a success it counts as a failure.
 */
export async function beginAtPace(
  db: Database,
  attempt: SignInTry,
): Promise<{ attemptId: number; waitSeconds: number }> {
  const { attemptId, failures } = await beginSignInAttempt(db, attempt);
  const waitSeconds = secondsToWait(failures, attempt.at);
  if (waitSeconds > 0) await withdrawSignInAttempt(db, attemptId);
  return { attemptId, waitSeconds };
}
