import type { DatabaseState } from "@/db/queries/health/get-database-state";
import { type PreviewDatabaseFault, previewDatabaseFault } from "@/lib/database-mark";
import { logFault } from "@/lib/log";
import { migrationState } from "@/lib/migration-state";
import type { Settings } from "@/lib/settings-schema";
import type { CheckResult } from "../check-result";

/** Whether the database answers, has the tables of this release, and is a copy of production's if this is a preview. */
export async function checkDatabase(
  asked: Promise<DatabaseState>,
  settings: Pick<Settings, "VERCEL_ENV" | "DATABASE_URL">,
): Promise<CheckResult> {
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
  const fault = previewDatabaseFault(settings, state.productionMark);
  if (fault !== null) return { state: "fault", ...notACopy[fault] };
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

const notACopy: Readonly<Record<PreviewDatabaseFault, Pick<CheckResult, "found" | "advice">>> = {
  productions: {
    found:
      "This is a preview, and it works on production's own database: what is changed here is changed there.",
    advice:
      "At Vercel, take DATABASE_URL away from Preview and Development, give each preview a branch at Neon, and deploy it again.",
  },
  unmarked: {
    found:
      "This is a preview, and nothing shows that its database is a copy: no build for production has marked it.",
    advice:
      "Deploy production first. Then give each preview a branch of its database at Neon, and deploy the preview again.",
  },
};
