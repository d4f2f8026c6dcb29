import { and, eq } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { voicemailNotices } from "@/db/schema";
import type { ClaimedNotice } from "./claim-due-notices";

type NoticeKey = Pick<ClaimedNotice, "voicemailId" | "channel" | "address">;

const isIt = ({ voicemailId, channel, address }: NoticeKey) =>
  and(
    eq(voicemailNotices.voicemailId, voicemailId),
    eq(voicemailNotices.channel, channel),
    eq(voicemailNotices.address, address),
  );

export async function recordNoticeSent(db: Database, notice: NoticeKey, at: Temporal.Instant): Promise<void> {
  await db
    .update(voicemailNotices)
    .set({ sentAt: new Date(at.epochMilliseconds), nextAttemptAt: null, failure: null })
    .where(isIt(notice));
}

/** @param next when it is tried again; null when it is given up. */
export async function recordNoticeFailed(
  db: Database,
  notice: NoticeKey,
  { why, next }: { why: string; next: Temporal.Instant | null },
): Promise<void> {
  await db
    .update(voicemailNotices)
    .set({ failure: why, nextAttemptAt: next && new Date(next.epochMilliseconds) })
    .where(isIt(notice));
}
