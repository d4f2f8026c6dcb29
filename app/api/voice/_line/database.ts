import { connect, type Database } from "@/db/client";
import { settings } from "@/lib/env";
import { mostMilliseconds } from "./statements";

let database: Database | undefined;

/** For the routes that write more than the log. Neon's driver comes with it: what answers callers does without. */
export function callPathDatabase(): Database {
  const { DATABASE_URL, NEON_HTTP_ENDPOINT } = settings();
  database ??= connect({
    databaseUrl: DATABASE_URL,
    httpEndpoint: NEON_HTTP_ENDPOINT,
    timeoutMilliseconds: mostMilliseconds,
  });
  return database;
}
