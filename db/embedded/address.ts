import { fileURLToPath } from "node:url";

/** The one database that is served. */
export const databaseName = "switchboard";

/** Where the files of a fresh clone's database are. */
export const defaultFolder = fileURLToPath(new URL("../../.data/db", import.meta.url));

export interface DatabaseAddress {
  /** For DATABASE_URL. */
  databaseUrl: string;
  /** For NEON_HTTP_ENDPOINT. */
  httpEndpoint: string;
}

export function addressOf(port: number): DatabaseAddress {
  return {
    databaseUrl: `postgres://${databaseName}@127.0.0.1:${port}/${databaseName}`,
    httpEndpoint: `http://127.0.0.1:${port}/sql`,
  };
}
