import { openStatementClient, type StatementClient } from "@/db/sql-over-http";
import { settings } from "@/lib/env";

/** A caller waits: Twilio gives 15 seconds in all, and after two of silence people wonder. */
export const mostMilliseconds = 2000;

let client: StatementClient | undefined;

/** The call path's own connection: over HTTP, with its time limit on every request. */
export function callPathStatements(): StatementClient {
  const { DATABASE_URL, NEON_HTTP_ENDPOINT } = settings();
  client ??= openStatementClient({
    databaseUrl: DATABASE_URL,
    httpEndpoint: NEON_HTTP_ENDPOINT,
    timeoutMilliseconds: mostMilliseconds,
  });
  return client;
}
