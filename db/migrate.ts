import { settings } from "@/lib/env";
import { connect } from "./client";
import { withLocalDatabase } from "./embedded/local-database";
import { loadEnvFiles } from "./embedded/local-settings";
import { migrateDeployment } from "./migrate-deployment";
import { MigrationError } from "./migration-errors";

/** Building an index or filling a column takes longer than answering a page. */
const timeoutMilliseconds = 300_000;

/** `npm run db:migrate`, also run by the build of each deployment. */
async function main() {
  loadEnvFiles();
  const applied = await withLocalDatabase(({ databaseUrl, httpEndpoint }) =>
    migrateDeployment(connect({ databaseUrl, httpEndpoint, timeoutMilliseconds }), {
      VERCEL_ENV: settings().VERCEL_ENV,
      DATABASE_URL: databaseUrl,
    }),
  );
  console.log(applied.length === 0 ? "The database is up to date." : `Applied ${applied.join(", ")}.`);
}

main().catch((error: unknown) => {
  console.error(error instanceof MigrationError ? error.message : error);
  process.exitCode = 1;
});
