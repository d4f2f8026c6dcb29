import type { BatchItem } from "drizzle-orm/batch";
import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { signInAttempts } from "@/db/schema";

/** Somebody has proved who they are by other means than their password: what they got wrong before counts no longer. */
export const recordSignIn = (
  db: Database,
  { email, address, at }: { email: string; address: string; at: Temporal.Instant },
): BatchItem<"pg"> =>
  db.insert(signInAttempts).values({
    email,
    address,
    at: new Date(at.epochMilliseconds),
    hasSucceeded: true,
  });
