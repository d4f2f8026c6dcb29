import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { voicemailNotices } from "@/db/schema";
import type { Recipient } from "@/lib/notices/recipients";

/** Puts down the notices of a message, due at once. One that is there already is left as it is. */
export async function planNotices(
  db: Database,
  {
    voicemailId,
    recipients,
    at,
  }: { voicemailId: string; recipients: readonly Recipient[]; at: Temporal.Instant },
): Promise<void> {
  if (recipients.length === 0) return;
  const nextAttemptAt = new Date(at.epochMilliseconds);
  await db
    .insert(voicemailNotices)
    .values(recipients.map((recipient) => ({ voicemailId, ...recipient, nextAttemptAt })))
    .onConflictDoNothing();
}
