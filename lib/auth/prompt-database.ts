import { connect, type Database } from "@/db/client";
import { settings } from "@/lib/env";

/** A database that has not answered by then is as good as away, to a monitor and to whoever looks. */
const mostMilliseconds = 4000;

let database: Database | undefined;

/** The database for a question about itself, whose answer is worth a short wait only. */
export function promptDatabase(): Database {
  const { DATABASE_URL, NEON_HTTP_ENDPOINT } = settings();
  database ??= connect({
    databaseUrl: DATABASE_URL,
    httpEndpoint: NEON_HTTP_ENDPOINT,
    timeoutMilliseconds: mostMilliseconds,
  });
  return database;
}
