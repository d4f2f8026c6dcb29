import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { firmSettings, passwordResetTokens, staffUsers } from "@/db/schema";

const minutesValid = 60;

/** That many links at a time: whoever asks for more has them in their mailbox already. */
const mostOpenLinks = 3;

export interface NewPasswordLink {
  staffUserId: string;
  tokenHash: string;
  at: Temporal.Instant;
}

const dateOf = (instant: Temporal.Instant) => new Date(instant.epochMilliseconds);

/** The statements that keep a link for an hour. What has long expired goes. */
export const insertPasswordLink = (db: Database, { at, ...link }: NewPasswordLink): BatchItem<"pg">[] => [
  db
    .delete(passwordResetTokens)
    .where(
      and(
        eq(passwordResetTokens.staffUserId, link.staffUserId),
        lt(passwordResetTokens.expiresAt, dateOf(at.subtract({ hours: 24 }))),
      ),
    ),
  db
    .insert(passwordResetTokens)
    .values({ ...link, createdAt: dateOf(at), expiresAt: dateOf(at.add({ minutes: minutesValid })) }),
];

/** How many links of somebody's can be followed now, and whether that is enough. */
export async function hasEnoughPasswordLinks(
  db: Database,
  { staffUserId, at }: { staffUserId: string; at: Temporal.Instant },
): Promise<boolean> {
  const open = await db.$count(
    passwordResetTokens,
    and(
      eq(passwordResetTokens.staffUserId, staffUserId),
      isNull(passwordResetTokens.usedAt),
      gt(passwordResetTokens.expiresAt, dateOf(at)),
    ),
  );
  return open >= mostOpenLinks;
}

/** Whose password a link sets. */
export interface PasswordLink {
  staffUserId: string;
  name: string;
  email: string;
  firmName: string;
}

/** Null for a link that is made up, used, or too old, and for somebody who has been disabled since. */
export async function findPasswordLink(
  db: Database,
  { tokenHash, at }: { tokenHash: string; at: Temporal.Instant },
): Promise<PasswordLink | null> {
  const [found] = await db
    .select({
      staffUserId: staffUsers.id,
      name: staffUsers.name,
      email: staffUsers.email,
      firmName: firmSettings.name,
    })
    .from(passwordResetTokens)
    .innerJoin(staffUsers, eq(staffUsers.id, passwordResetTokens.staffUserId))
    .innerJoin(firmSettings, sql`true`)
    .where(
      and(
        eq(passwordResetTokens.tokenHash, tokenHash),
        isNull(passwordResetTokens.usedAt),
        gt(passwordResetTokens.expiresAt, dateOf(at)),
        eq(staffUsers.isDisabled, false),
      ),
    );
  return found ?? null;
}

/** The refusal of `setPasswordByLink`. */
export const passwordLinkGone = "password_link_gone";

/**
 * The statements that set a password by a link: the link is used, every other one ends, and so does every session. Of two
 * who follow one link at the same time, the second waits for the first, and is refused.
 */
export const setPasswordByLink = (
  db: Database,
  { tokenHash, staffUserId, passwordHash, at }: NewPasswordLink & { passwordHash: string },
): BatchItem<"pg">[] => {
  const now = sql`${dateOf(at).toISOString()}::timestamptz`;
  return [
    db.execute(sql`
      with used as (
        update ${passwordResetTokens} set used_at = ${now}
        where ${passwordResetTokens.tokenHash} = ${tokenHash}
          and ${passwordResetTokens.staffUserId} = ${staffUserId}
          and ${passwordResetTokens.usedAt} is null and ${passwordResetTokens.expiresAt} > ${now}
        returning staff_user_id
      ), changed as (
        update ${staffUsers}
        set password_hash = ${passwordHash}, session_version = session_version + 1, updated_at = ${now}
        from used where ${staffUsers.id} = used.staff_user_id and not ${staffUsers.isDisabled}
        returning 1
      )
      select refuse_unless(exists (select from changed), ${passwordLinkGone})
    `),
    endPasswordLinks(db, staffUserId),
  ];
};

/** Whatever links somebody has that are not used end. */
export const endPasswordLinks = (db: Database, staffUserId: string): BatchItem<"pg"> =>
  db
    .delete(passwordResetTokens)
    .where(and(eq(passwordResetTokens.staffUserId, staffUserId), isNull(passwordResetTokens.usedAt)));
