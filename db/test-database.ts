import { randomUUID } from "node:crypto";
import { connect, type Database } from "./client";
import { migratedContents } from "./embedded/migrated-contents";
import { startEmbeddedDatabase } from "./embedded/start";
import { migrateToLatest, ownMigrations } from "./migrate-to-latest";
import type { ConnectionSettings } from "./neon-client";

export interface TestDatabase extends ConnectionSettings {
  db: Database;
  close(): Promise<void>;
}

/**
 * An empty, migrated database for one test suite. With DATABASE_URL set (and NEON_HTTP_ENDPOINT, for a place other than
 * Neon) it is a new database on that server, dropped by `close`; otherwise it is embedded, in memory.
 */
export async function openTestDatabase(): Promise<TestDatabase> {
  const { DATABASE_URL, NEON_HTTP_ENDPOINT } = process.env;
  const test = DATABASE_URL
    ? await createDatabase({ databaseUrl: DATABASE_URL, httpEndpoint: NEON_HTTP_ENDPOINT })
    : await startEmbeddedDatabase({ contents: await migratedContents(ownMigrations()) });
  const { databaseUrl, httpEndpoint } = test;
  const db = connect({ databaseUrl, httpEndpoint });
  await migrateToLatest(db);
  return { db, databaseUrl, httpEndpoint, close: () => test.close() };
}

async function createDatabase(server: ConnectionSettings): Promise<Omit<TestDatabase, "db">> {
  const name = `switchboard_test_${randomUUID().replaceAll("-", "")}`;
  const sql = connect(server).$client;
  await sql.query(`CREATE DATABASE ${name}`);
  const url = new URL(server.databaseUrl);
  url.pathname = `/${name}`;
  return {
    ...server,
    databaseUrl: url.href,
    async close() {
      await sql.query(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}
