import { connect, type Database } from "@/db/client";
import { printErrorsDiscreetly } from "@/db/discreet-errors";
import { settings } from "@/lib/env";
import { logThrownAsLines } from "@/lib/log-thrown";

printErrorsDiscreetly();
logThrownAsLines();

let database: Database | undefined;

/**
 * The connection of pages and mutations. They get it from `requireStaff`, so that nothing is read or written for
 * somebody who has not been checked; only what happens before there is anybody to check asks for it here.
 */
export function pageDatabase(): Database {
  const { DATABASE_URL, NEON_HTTP_ENDPOINT } = settings();
  database ??= connect({ databaseUrl: DATABASE_URL, httpEndpoint: NEON_HTTP_ENDPOINT });
  return database;
}
