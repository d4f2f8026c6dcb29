import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type Database } from "@/db/client";
import { findRunning } from "@/db/embedded/find-running";
import { ensureLocalDatabase } from "@/db/embedded/local-database";
import { migrateToLatest } from "@/db/migrate-to-latest";
import { type AppSettings, type RunningApp, startApp } from "../office/start-app";
import { type Account, sid } from "../twilio/twilio";

/** The built app and its database, each in a process of its own as in production, and nothing between them. */
export interface BenchOffice {
  db: Database;
  app: RunningApp;
  account: Account;
  settings: AppSettings;
  /** Null for a database that is not of this machine. */
  databasePid: number | null;
  close(): Promise<void>;
}

/** Filling a table with a million rows takes longer than a statement of the app may. */
const minutesOfPatience = 5;

export async function startBenchOffice(): Promise<BenchOffice> {
  const home = mkdtempSync(join(tmpdir(), "switchboard-bench-"));
  const folder = join(home, "db");
  const database = await ensureLocalDatabase(folder);
  const close = () => {
    database.close();
    rmSync(home, { recursive: true, force: true });
  };
  try {
    const db = connect({ ...database, timeoutMilliseconds: minutesOfPatience * 60_000 });
    await migrateToLatest(db);
    const { accountSid, authToken } = { accountSid: sid("AC"), authToken: sid("AC").slice(2) };
    const settings: AppSettings = {
      DATABASE_URL: database.databaseUrl,
      NEON_HTTP_ENDPOINT: database.httpEndpoint ?? "",
      TWILIO_ACCOUNT_SID: accountSid,
      TWILIO_AUTH_TOKEN: authToken,
      AUTH_SECRET: "a secret of the bench, long enough to be one",
    };
    const app = await startApp(settings);
    return {
      db,
      app,
      account: { accountSid, authToken, baseUrl: app.baseUrl },
      settings,
      databasePid: (await findRunning(folder))?.holder.pid ?? null,
      close: async () => {
        await app.close();
        close();
      },
    };
  } catch (error) {
    close();
    throw error;
  }
}
