import { fileURLToPath } from "node:url";
import { afterMigrations } from "./after-migrations";
import { applyMigrations } from "./apply-migrations";
import { connect } from "./client";
import { withLocalDatabase } from "./embedded/local-database";
import { MigrationError } from "./migration-errors";
import { readMigrations } from "./read-migrations";

/** Building an index or filling a column takes longer than answering a page. */
const timeoutMilliseconds = 300_000;

/** `npm run db:migrate`, also run by the build of each deployment. */
async function main() {
  const migrations = readMigrations(fileURLToPath(new URL("./migrations", import.meta.url)));
  await withLocalDatabase(async ({ databaseUrl, httpEndpoint }) => {
    const db = connect({ databaseUrl, httpEndpoint, timeoutMilliseconds });
    const applied = await applyMigrations(db.$client, migrations);
    for (const step of afterMigrations) await step(db);
    console.log(
      applied.length === 0
        ? `The database is up to date: ${migrations.length} migrations.`
        : `Applied ${applied.join(", ")}.`,
    );
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof MigrationError ? error.message : error);
  process.exitCode = 1;
});
