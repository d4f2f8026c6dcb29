import { randomBytes } from "node:crypto";
import type { SettingName } from "@/lib/env";

const secret = () => randomBytes(20).toString("hex");

/** Settings of a deployment that does not exist, each secret made up for one build. Nothing is asked of any of it. */
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
    SETUP_CODE: secret(),
    SMTP_URL: `smtps://mailer:${mailPassword}@smtp.invalid`,
    MAIL_FROM: "phones@example.com",
    AUTH_GOOGLE_ID: secret(),
    AUTH_GOOGLE_SECRET: secret(),
    VERCEL_ENV: "production",
  } satisfies Partial<Record<SettingName, string>>;
  const { PUBLIC_BASE_URL: _address, MAIL_FROM: _from, VERCEL_ENV: _stage, ...secrets } = environment;
  return {
    environment,
    /** What no browser may ever be sent. */
    secrets: { ...secrets, "the database's password": password, "the mail server's password": mailPassword },
  };
}
