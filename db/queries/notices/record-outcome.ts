import { and, eq, isNull, or } from "drizzle-orm";
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

const dateOf = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds);

/**
 * Writes down, before a notice is handed over, that it is: from then on nobody sends it again until that is known to have
 * failed. Answers whether it is still this claim's to send; told twice it answers the same.
 */
export async function recordNoticeBegun(
  db: Database,
  notice: NoticeKey & Pick<ClaimedNotice, "attempts">,
  at: Temporal.Instant,
): Promise<boolean> {
  const { begunAt, attempts } = voicemailNotices;
  const begun = await db
    .update(voicemailNotices)
    .set({ begunAt: dateOf(at), nextAttemptAt: null, failure: null })
    .where(and(isIt(notice), eq(attempts, notice.attempts), or(isNull(begunAt), eq(begunAt, dateOf(at)))))
    .returning({ attempts });
  return begun.length > 0;
}

export async function recordNoticeSent(db: Database, notice: NoticeKey, at: Temporal.Instant): Promise<void> {
  await db
    .update(voicemailNotices)
    .set({ sentAt: dateOf(at), nextAttemptAt: null, failure: null })
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
    .set({ failure: why, begunAt: null, nextAttemptAt: next && dateOf(next) })
    .where(isIt(notice));
}

/** Nobody knows whether it has gone out: that is the end of it. */
export async function recordNoticeUnsure(db: Database, notice: NoticeKey, why: string): Promise<void> {
  await db.update(voicemailNotices).set({ failure: why, nextAttemptAt: null }).where(isIt(notice));
}
