import type { Temporal } from "temporal-polyfill";
import { linkTo } from "@/app/_entrance/link-to";
import type { Database } from "@/db/client";
import { getFirm } from "@/db/queries/firm/get-firm";
import { findSignInAccount } from "@/db/queries/staff/find-sign-in-account";
import { hasEnoughPasswordLinks, insertPasswordLink } from "@/db/queries/staff/password-links";
import { hashLinkToken, makeLinkToken } from "@/lib/auth/link-token";
import { configuredProviders } from "@/lib/auth/provider-list";
import { settings } from "@/lib/env";
import { passwordMail } from "@/lib/mail/password-mail";
import { sendMail } from "@/lib/mail/send-mail";

/**
 * Sends somebody the link that sets their password, if there is such an account, it may be used, and it has not got enough of
 * them. Whoever signs in with Google or Microsoft alone may have to show a second factor there: a mailbox must not do in its
 * place, so that an owner alone can make them a link.
 */
export async function mailPasswordLink(
  db: Database,
  { email, at }: { email: string; at: Temporal.Instant },
): Promise<void> {
  const [account, firm] = await Promise.all([findSignInAccount(db, email), getFirm(db)]);
  if (!account || account.isDisabled) return;
  if (account.passwordHash === null && configuredProviders(settings()).length > 0) return;
  if (await hasEnoughPasswordLinks(db, { staffUserId: account.id, at })) return;
  const token = makeLinkToken();
  const link = { staffUserId: account.id, tokenHash: hashLinkToken(token), at };
  const [first, ...rest] = insertPasswordLink(db, link);
  if (first) await db.batch([first, ...rest]);
  const url = await linkTo(`/reset-password/${token}`);
  await sendMail(passwordMail({ to: email, firmName: firm.name, url }), settings());
}
