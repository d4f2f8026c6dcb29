import { describe, expect, it } from "vitest";
import type { Settings } from "@/lib/settings-schema";
import { checkSettings } from "./check-settings";

const all: Settings = {
  DATABASE_URL: "postgresql://owner:the-password@db.example/office",
  AUTH_SECRET: "the secret of the sessions, long enough",
  PUBLIC_BASE_URL: "https://phones.example.com",
  TWILIO_ACCOUNT_SID: `AC${"1f".repeat(16)}`,
  TWILIO_AUTH_TOKEN: "0123456789abcdef0123456789abcdef",
  FALLBACK_PHONE_NUMBER: "+12125550190",
  SMTP_URL: "smtps://mailer:mail-password@smtp.example.com",
  MAIL_FROM: "phones@example.com",
};

describe("checkSettings", () => {
  it("is well with everything that calls and e-mails need", () => {
    const { state, details } = checkSettings(all);
    expect(state).toBe("well");
    expect(details?.[0]).toMatch(/^Set: DATABASE_URL, PUBLIC_BASE_URL, /);
    expect(details?.[1]).toContain("CRON_SECRET");
  });

  it.each([
    ["PUBLIC_BASE_URL", "attention", "whatever address these pages are opened under"],
    ["TWILIO_AUTH_TOKEN", "fault", "no call is answered"],
    ["FALLBACK_PHONE_NUMBER", "attention", "rings nowhere"],
    ["SMTP_URL", "attention", "owners copy the links"],
  ] as const)("says what goes without %s", (name, state, words) => {
    const result = checkSettings({ ...all, [name]: undefined });
    expect(result).toMatchObject({ state, advice: expect.any(String) });
    expect(result.details?.[0]).toContain(words);
    expect(result.details?.at(-1)).toContain(name);
  });

  it("tells of a stand-in only where there is one", () => {
    expect(JSON.stringify(checkSettings(all))).not.toContain("NEON_HTTP_ENDPOINT");
    const standIn = { ...all, NEON_HTTP_ENDPOINT: "http://127.0.0.1:4444/sql" };
    expect(checkSettings(standIn).details?.[0]).toContain("NEON_HTTP_ENDPOINT");
  });

  it("never repeats a value", () => {
    const told = JSON.stringify([checkSettings(all), checkSettings({ ...all, SMTP_URL: undefined })]);
    for (const [name, value] of Object.entries(all)) expect(told, name).not.toContain(value);
  });
});
