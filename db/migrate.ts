import { databaseMark } from "@/lib/database-mark";
import { settings } from "@/lib/env";
import { connect, type Database } from "./client";
import { withLocalDatabase } from "./embedded/local-database";
import { loadEnvFiles } from "./embedded/local-settings";
import { migrateToLatest } from "./migrate-to-latest";
import { MigrationError } from "./migration-errors";
import { noteProductionMark, refuseProductionsDatabase } from "./production-mark";

/** Building an index or filling a column takes longer than answering a page. */
const timeoutMilliseconds = 300_000;

/** `npm run db:migrate`, also run by the build of each deployment. */
async function main() {
  loadEnvFiles();
  const applied = await withLocalDatabase(({ databaseUrl, httpEndpoint }) =>
    migrate(connect({ databaseUrl, httpEndpoint, timeoutMilliseconds }), databaseUrl),
  );
  console.log(applied.length === 0 ? "The database is up to date." : `Applied ${applied.join(", ")}.`);
}

/** Production's build says whose the database is, so that a preview's never touches it. */
async function migrate(db: Database, databaseUrl: string): Promise<string[]> {
  const { VERCEL_ENV } = settings();
  await refuseProductionsDatabase(db, { VERCEL_ENV, DATABASE_URL: databaseUrl });
  const applied = await migrateToLatest(db);
  if (VERCEL_ENV === "production") await noteProductionMark(db, databaseMark(databaseUrl));
  return applied;
}

main().catch((error: unknown) => {
  console.error(error instanceof MigrationError ? error.message : error);
  process.exitCode = 1;
});
