import { drizzle } from "drizzle-orm/neon-http";
import { type ConnectionSettings, openClient } from "./neon-client";

/**
 * A Drizzle client that speaks to Postgres over HTTP. Nothing is sent until the first query, so it never throws for a
 * database that is away.
 *
 * @throws if `databaseUrl` is not a connection string.
 */
export const connect = (settings: ConnectionSettings) => drizzle({ client: openClient(settings) });

export type Database = ReturnType<typeof connect>;
