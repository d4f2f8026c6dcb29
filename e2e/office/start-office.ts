import { connect, type Database } from "@/db/client";
import { staffUsers } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { type MailServer, startMailServer } from "../mail/start-mail-server";
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
  /** Which the app itself knows nothing of: see `appOf`. */
  mail: MailServer;
  /** Calls a number as Twilio would. */
  call(call: { from?: string; to: string; callSid?: string }, more?: Record<string, string>): Promise<Answer>;
  /** Posts to a URL that an answer named, or to a path of the app. */
  post(url: string, parameters: Record<string, string>): Promise<Answer>;
  /** The same app set up in another way. It starts once, when it is first wanted, and serves one test after another. */
  appOf(kind: OtherApp): Promise<RunningApp>;
  /** Another process of the same app: one that has answered nobody yet. */
  startAnotherApp(settings?: AppSettings): Promise<RunningApp>;
  close(): Promise<void>;
}

/** Signs the sessions of every app of the tests. */
export const authSecret = "a secret of the tests, long enough to be one";

/** What the nightly and quarter-hourly work of a "mailing" app asks for. */
export const cronSecret = "a-secret-of-the-cron";

/** Of "withProviders", which has every secret that there can be; the database's is every app's. */
export const ownSecrets = {
  databasePassword: "a-password-of-the-database",
  smtpPassword: "a-password-of-the-mailbox",
  googleSecret: "a-secret-of-google",
  microsoftSecret: "a-secret-of-microsoft",
  setupCode: "a-setup-code-of-the-tests",
  otherTwilioToken: "a-token-that-twilio-had-before",
} as const;

/** The embedded database asks nobody for a password: its connection string has one all the same, to be kept secret. */
function withPassword(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.password ||= ownSecrets.databasePassword;
  return url.href;
}

/** Of "withProviders". */
export const microsoftTenant = "https://login.microsoftonline.com/3f2a1b4c-0000-4000-8000-123456789abc";

/** How an installation may be set up other than the one of most tests, which sends no e-mail and has its numbers. */
export type OtherApp = "mailing" | "preview" | "withoutTwilio" | "withProviders";

function settingsOf(kind: OtherApp, mail: MailServer): AppSettings {
  const mailing: AppSettings = {
    SMTP_URL: mail.url,
    MAIL_FROM: "Phones <phones@example.com>",
    CRON_SECRET: cronSecret,
  };
  switch (kind) {
    case "mailing":
      return mailing;
    case "preview":
      return {
        ...mailing,
        VERCEL_ENV: "preview",
        SETUP_CODE: "a code of the tests",
        // Production's, which a preview has too.
        PUBLIC_BASE_URL: "https://phones.example.com",
      };
    case "withProviders":
      return {
        ...mailing,
        SMTP_URL: mail.url.replace("//", `//phones:${ownSecrets.smtpPassword}@`),
        SETUP_CODE: ownSecrets.setupCode,
        TWILIO_AUTH_TOKEN_SECONDARY: ownSecrets.otherTwilioToken,
        AUTH_GOOGLE_ID: "google-id",
        AUTH_GOOGLE_SECRET: ownSecrets.googleSecret,
        AUTH_MICROSOFT_ENTRA_ID_ID: "entra-id",
        AUTH_MICROSOFT_ENTRA_ID_SECRET: ownSecrets.microsoftSecret,
        AUTH_MICROSOFT_ENTRA_ID_ISSUER: `${microsoftTenant}/v2.0`,
      };
    case "withoutTwilio":
      return { TWILIO_ACCOUNT_SID: "", TWILIO_AUTH_TOKEN: "", TWILIO_API_BASE_URL: "" };
  }
}

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
  const mail = await startMailServer();
  const databaseUrl = withPassword(own.databaseUrl);
  const settings: AppSettings = {
    DATABASE_URL: databaseUrl,
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
  const startAnotherApp = async (changed: AppSettings = {}) => {
    const other = await startApp({ ...settings, ...changed });
    others.push(other);
    return other;
  };
  const kinds = new Map<OtherApp, Promise<RunningApp>>();
  const post = (url: string, parameters: Record<string, string>) =>
    postAsTwilio(account, new URL(url, app.baseUrl).href, parameters);
  return {
    db: connect({ databaseUrl: own.databaseUrl, httpEndpoint: own.httpEndpoint }),
    databaseUrl,
    database,
    logWrites: new LogWrites(database),
    app,
    account,
    twilio,
    mail,
    post,
    call: (call, more) => post("/api/voice", { ...callParameters(call), ...more }),
    startAnotherApp,
    appOf: (kind) => {
      const started = kinds.get(kind) ?? startAnotherApp(settingsOf(kind, mail));
      kinds.set(kind, started);
      return started;
    },
    close: async () => {
      const closed = await Promise.allSettled([app, ...others].map((running) => running.close()));
      await twilio.close();
      await mail.close();
      await database.close();
      await own.close();
      for (const one of closed) if (one.status === "rejected") throw one.reason;
    },
  };
}
