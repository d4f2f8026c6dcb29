import { randomBytes, randomUUID } from "node:crypto";
import type { SettingName } from "@/lib/env";

const secret = () => randomBytes(20).toString("hex");

/** What Vercel sets by itself, and the stand-ins that it refuses. */
type NotSetByAnybody = "VERCEL" | "NEON_HTTP_ENDPOINT" | "TWILIO_API_BASE_URL";

/** Every setting of a deployment that does not exist, each secret made up for one build. */
export function madeUpSettings() {
  const password = secret();
  const mailPassword = secret();
  const environment = {
    DATABASE_URL: `postgresql://owner:${password}@database.invalid/switchboard`,
    AUTH_SECRET: secret(),
    PUBLIC_BASE_URL: "https://phones.example.com",
    TWILIO_ACCOUNT_SID: `AC${randomBytes(16).toString("hex")}`,
    TWILIO_AUTH_TOKEN: secret(),
    TWILIO_AUTH_TOKEN_SECONDARY: secret(),
    FALLBACK_PHONE_NUMBER: "+12125550190",
    VOICE_FALLBACK_URL: `https://handler.twilio.com/twiml/EH${randomBytes(16).toString("hex")}`,
    SETUP_CODE: secret(),
    SMTP_URL: `smtps://mailer:${mailPassword}@smtp.invalid`,
    MAIL_FROM: "phones@example.com",
    CRON_SECRET: secret(),
    AUTH_GOOGLE_ID: secret(),
    AUTH_GOOGLE_SECRET: secret(),
    AUTH_MICROSOFT_ENTRA_ID_ID: secret(),
    AUTH_MICROSOFT_ENTRA_ID_SECRET: secret(),
    AUTH_MICROSOFT_ENTRA_ID_ISSUER: `https://login.microsoftonline.com/${randomUUID()}/v2.0`,
    VERCEL_ENV: "production",
  } satisfies Record<Exclude<SettingName, NotSetByAnybody>, string>;
  const { PUBLIC_BASE_URL: _address, MAIL_FROM: _from, VERCEL_ENV: _stage, ...secrets } = environment;
  return {
    environment,
    /** What no browser may ever be sent. */
    secrets: { ...secrets, "the database's password": password, "the mail server's password": mailPassword },
  };
}
