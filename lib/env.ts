import type { Settings } from "./settings-schema";

/** Every setting that the app reads. What each should look like is in `settings-schema.ts`. */
export const settingNames = [
  "DATABASE_URL",
  "NEON_HTTP_ENDPOINT",
  "PUBLIC_BASE_URL",
  "TWILIO_ACCOUNT_SID",
  "TWILIO_AUTH_TOKEN",
  "TWILIO_AUTH_TOKEN_SECONDARY",
  "TWILIO_API_BASE_URL",
  "FALLBACK_PHONE_NUMBER",
  "VOICE_FALLBACK_URL",
  "AUTH_SECRET",
  "AUTH_GOOGLE_ID",
  "AUTH_GOOGLE_SECRET",
  "AUTH_MICROSOFT_ENTRA_ID_ID",
  "AUTH_MICROSOFT_ENTRA_ID_SECRET",
  "AUTH_MICROSOFT_ENTRA_ID_ISSUER",
  "SETUP_CODE",
  "SMTP_URL",
  "MAIL_FROM",
  "CRON_SECRET",
  "VERCEL",
  "VERCEL_ENV",
] as const;

export type SettingName = (typeof settingNames)[number];

/** What is set, of a process's environment. An empty variable counts as one that is not set. */
export const givenSettings = (environment: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(settingNames.map((name) => [name, environment[name] || undefined]));

let cached: Settings | undefined;

/**
 * The settings of this process, read once. `next.config.ts` has checked them, at the start or in the build: the schema
 * itself stays out of the call path, where each kilobyte is loaded at a cold start.
 */
export function settings(): Settings {
  cached ??= givenSettings(process.env) as Settings;
  return cached;
}
