import type { DatabaseState } from "@/db/queries/health/get-database-state";
import { logFault } from "@/lib/log";
import { migrationState } from "@/lib/migration-state";
import type { CheckResult } from "../check-result";

/** Whether the database answers, and has the tables of this release. */
export async function checkDatabase(asked: Promise<DatabaseState>): Promise<CheckResult> {
  let state: DatabaseState;
  try {
    state = await asked;
  } catch (error) {
    logFault("health.databaseAway", error);
    return {
      state: "fault",
      found:
        "The database did not answer. Calls are answered as they were last set up, or by the fallback number.",
      advice: "Look at the database's own status page, and whether DATABASE_URL is still right.",
    };
  }
  const { applied, shipped, missing, isNewer } = migrationState(state.migrationsApplied);
  if (missing.length > 0) {
    return {
      state: "fault",
      found: `The database is behind this release: ${applied} of ${shipped} migrations are applied.`,
      advice: "Run npm run db:migrate against it; on Vercel, deploy again.",
      details: missing.map((name) => `Missing: ${name}`),
    };
  }
  const found = `Postgres ${state.postgresVersion} answers, with all ${shipped} migrations applied.`;
  if (!isNewer) return { state: "well", found };
  return {
    state: "attention",
    found: `${found} A newer release of Switchboard has been at it.`,
    advice: "After rolling back, go forward again as soon as you can.",
  };
}
