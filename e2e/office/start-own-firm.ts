import type { Database } from "@/db/client";
import { openTestDatabase } from "@/db/test-database";
import type { AppSettings, RunningApp } from "./start-app";
import type { Office } from "./start-office";

export interface OwnFirm {
  db: Database;
  app: RunningApp;
  close(): Promise<void>;
}

/** An installation with a database of its own, which nobody has used: for what is true of a whole firm. */
export async function startOwnFirm(office: Office, settings: AppSettings = {}): Promise<OwnFirm> {
  const own = await openTestDatabase();
  const app = await office.startAnotherApp({
    DATABASE_URL: own.databaseUrl,
    ...(own.httpEndpoint && { NEON_HTTP_ENDPOINT: own.httpEndpoint }),
    ...settings,
  });
  return {
    db: own.db,
    app,
    close: async () => {
      await app.close().finally(() => own.close());
    },
  };
}
