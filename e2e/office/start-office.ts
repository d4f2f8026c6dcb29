import { connect, type Database } from "@/db/client";
import { staffUsers } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { type StandInTwilio, startTwilio } from "../twilio/rest/start-twilio";
import { type Account, type Answer, callParameters, postAsTwilio, sid } from "../twilio/twilio";
import { type FaultProxy, startFaultProxy } from "./fault-proxy";
import { LogWrites } from "./log-writes";
import { type AppSettings, type RunningApp, startApp } from "./start-app";

export interface Office {
  /** Straight to the database, past the faults. */
  db: Database;
  /** For DATABASE_URL, beside the endpoint of what stands in front of it. */
  databaseUrl: string;
  /** What stands between the app and its database. */
  database: FaultProxy;
  logWrites: LogWrites;
  app: RunningApp;
  account: Account;
  /** Twilio's REST API, with the numbers of the account. */
  twilio: StandInTwilio;
  /** Calls a number as Twilio would. */
  call(call: { from?: string; to: string; callSid?: string }, more?: Record<string, string>): Promise<Answer>;
  /** Posts to a URL that an answer named, or to a path of the app. */
  post(url: string, parameters: Record<string, string>): Promise<Answer>;
  /** Another process of the same app: one that has answered nobody yet. */
  startAnotherApp(settings?: AppSettings): Promise<RunningApp>;
  close(): Promise<void>;
}

/** Signs the sessions of every app of the tests. */
export const authSecret = "a secret of the tests, long enough to be one";

export const fallbackNumber = "+12125550199";

function endpointOf({ httpEndpoint }: TestDatabase): string {
  if (!httpEndpoint)
    throw new Error("Set NEON_HTTP_ENDPOINT beside DATABASE_URL: the faults stand in front of it.");
  return httpEndpoint;
}

export async function startOffice(): Promise<Office> {
  const own = await openTestDatabase();
  // Before an office has an owner, its pages lead to the first run.
  await own.db
    .insert(staffUsers)
    .values({ name: "Ophelia First", email: "first@example.com", role: "owner" });
  const database = await startFaultProxy(endpointOf(own));
  const accountSid = sid("AC");
  const authToken = sid("AC").slice(2);
  const twilio = await startTwilio({ accountSid, authToken });
  const settings: AppSettings = {
    DATABASE_URL: own.databaseUrl,
    NEON_HTTP_ENDPOINT: database.endpoint,
    TWILIO_ACCOUNT_SID: accountSid,
    TWILIO_AUTH_TOKEN: authToken,
    TWILIO_API_BASE_URL: twilio.origin,
    FALLBACK_PHONE_NUMBER: fallbackNumber,
    AUTH_SECRET: authSecret,
  };
  const app = await startApp(settings);
  const account = { accountSid, authToken, baseUrl: app.baseUrl };
  const others: RunningApp[] = [];
  const post = (url: string, parameters: Record<string, string>) =>
    postAsTwilio(account, new URL(url, app.baseUrl).href, parameters);
  return {
    db: connect({ databaseUrl: own.databaseUrl, httpEndpoint: own.httpEndpoint }),
    databaseUrl: own.databaseUrl,
    database,
    logWrites: new LogWrites(database),
    app,
    account,
    twilio,
    post,
    call: (call, more) => post("/api/voice", { ...callParameters(call), ...more }),
    startAnotherApp: async (changed) => {
      const other = await startApp({ ...settings, ...changed });
      others.push(other);
      return other;
    },
    close: async () => {
      await Promise.all([app, ...others].map((running) => running.close()));
      await twilio.close();
      await database.close();
      await own.close();
    },
  };
}
