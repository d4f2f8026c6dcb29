import { connect } from "./client";
import { withLocalDatabase } from "./embedded/local-database";
import { loadEnvFiles } from "./embedded/local-settings";
import { demoSignIn } from "./seed/demo-owner";
import { seedIfEmpty } from "./seed/seed-if-empty";

/** `npm run db:seed`: a demo office with a known owner has no place on a public deployment. */
async function main() {
  loadEnvFiles();
  if (process.env.VERCEL) throw new Error("The demo office is for a fresh clone: it is not made on Vercel.");
  const signIn = demoSignIn();
  const isMade = await withLocalDatabase((address) =>
    seedIfEmpty(connect(address), signIn, new Date().getFullYear()),
  );
  console.log(
    isMade
      ? `Made the demo office. Sign in as ${signIn.email} with ${signIn.password}.`
      : "Nothing was changed: the database already has phone numbers or staff.",
  );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
