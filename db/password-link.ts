import { Temporal } from "temporal-polyfill";
import { hashLinkToken, makeLinkToken } from "@/lib/auth/link-token";
import { connect } from "./client";
import { withLocalDatabase } from "./embedded/local-database";
import { loadEnvFiles } from "./embedded/local-settings";
import { findSignInAccount } from "./queries/staff/find-sign-in-account";
import { insertPasswordLink } from "./queries/staff/password-links";

/**
 * `npm run password-link -- olive@example.com`: the way back in for an owner who has forgotten the password where no
 * e-mail goes out. Whoever can run it can read the database anyway.
 */
async function main() {
  loadEnvFiles();
  const email = process.argv[2]?.toLowerCase();
  if (!email) throw new Error("Say for whom: npm run password-link -- olive@example.com");
  await withLocalDatabase(async (address) => {
    const db = connect(address);
    const account = await findSignInAccount(db, email);
    if (!account) throw new Error(`Nobody signs in as ${email}.`);
    const token = makeLinkToken();
    const [first, ...rest] = insertPasswordLink(db, {
      staffUserId: account.id,
      tokenHash: hashLinkToken(token),
      at: Temporal.Now.instant(),
    });
    if (first) await db.batch([first, ...rest]);
    const origin = process.env.PUBLIC_BASE_URL || "http://localhost:3000";
    console.log(`Works once, for an hour: ${origin}/reset-password/${token}`);
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
