import { getDatabaseState } from "@/db/queries/health/get-database-state";
import { promptDatabase } from "@/lib/auth/prompt-database";
import { logFault } from "@/lib/log";
import { migrationState } from "@/lib/migration-state";
import { version } from "@/package.json";

export const dynamic = "force-dynamic";

const versions = { switchboard: version, node: process.versions.node };

/**
 * Whether the app can do its work, for a monitor: 200 when the database answers and has every migration of this release,
 * otherwise 503. Says nothing that a stranger may not know.
 */
export async function GET(): Promise<Response> {
  try {
    const { postgresVersion, migrationsApplied } = await getDatabaseState(promptDatabase());
    const migrations = migrationState(migrationsApplied);
    return answer(migrations.missing.length === 0, {
      database: "reachable",
      migrations,
      versions: { ...versions, postgres: postgresVersion },
    });
  } catch (error) {
    logFault("health.databaseAway", error);
    return answer(false, { database: "unreachable", migrations: null, versions });
  }
}

const answer = (isReady: boolean, facts: object): Response =>
  Response.json(
    { isReady, ...facts },
    { status: isReady ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
