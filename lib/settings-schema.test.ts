import { describe, expect, it } from "vitest";
import { readSettings, SettingsError } from "./settings-schema";

const enough = {
  DATABASE_URL: "postgresql://user:password@db.example/switchboard",
  AUTH_SECRET: "0123456789abcdef0123456789abcdef",
};

const problemsOf = (environment: Record<string, string>): string => {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return "";
};

describe("readSettings", () => {
  it("takes the two settings that nothing works without", () => {
    expect(readSettings(enough)).toMatchObject(enough);
  });

  it("names everything that is missing at once", () => {
    expect(problemsOf({})).toContain("DATABASE_URL is not set.");
    expect(problemsOf({})).toContain("AUTH_SECRET is not set.");
  });

  it("counts an empty variable as one that is not set", () => {
    expect(readSettings({ ...enough, PUBLIC_BASE_URL: "" }).PUBLIC_BASE_URL).toBeUndefined();
  });

  it.each([
    ["DATABASE_URL", "mysql://user@host/database", "a connection string"],
    ["PUBLIC_BASE_URL", "https://phones.example.com/", "an origin alone"],
    ["PUBLIC_BASE_URL", "https://phones.example.com/api", "an origin alone"],
    ["PUBLIC_BASE_URL", "phones.example.com", "https://phones.example.com"],
    ["FALLBACK_PHONE_NUMBER", "555-0100", "+14155550100"],
    ["VOICE_FALLBACK_URL", "http://bins.example/fallback", "an https address outside this app"],
    ["AUTH_SECRET", "short", "at least 32 characters"],
    ["TWILIO_ACCOUNT_SID", "SK0123", "AC and 32 hexadecimal digits"],
    ["SETUP_CODE", "- - - - - - - - -", "at least 12 characters"],
    ["SMTP_URL", "https://smtp.example.com", "smtps://"],
    ["MAIL_FROM", "Switchboard", "Name <address@example.com>"],
    [
      "AUTH_MICROSOFT_ENTRA_ID_ISSUER",
      "https://login.microsoftonline.com/common/v2.0",
      "the address of one tenant",
    ],
  ])("says what %s should look like", (name, value, hint) => {
    const problems = problemsOf({ ...enough, [name]: value });
    expect(problems).toContain(`${name} should be`);
    expect(problems).toContain(hint);
  });

  it("never repeats a value", () => {
    expect(problemsOf({ ...enough, AUTH_SECRET: "hunter2" })).not.toContain("hunter2");
  });

  it("wants Twilio's account and token together", () => {
    const sid = "AC00000000000000000000000000000000";
    expect(problemsOf({ ...enough, TWILIO_ACCOUNT_SID: sid })).toContain("go together");
  });

  it.each(["NEON_HTTP_ENDPOINT", "TWILIO_API_BASE_URL"])("refuses the stand-in %s on Vercel", (name) => {
    const environment = { ...enough, [name]: "http://127.0.0.1:4000" };
    expect(readSettings(environment)).toBeTruthy();
    expect(problemsOf({ ...environment, VERCEL: "1" })).toContain(`${name} is for tests`);
  });

  it.each([
    ["Google's", { AUTH_GOOGLE_ID: "id" }],
    ["Microsoft's", { AUTH_MICROSOFT_ENTRA_ID_ID: "id", AUTH_MICROSOFT_ENTRA_ID_SECRET: "secret" }],
    ["the mail server's", { SMTP_URL: "smtp://127.0.0.1", PUBLIC_BASE_URL: "https://phones.example.com" }],
  ])("wants %s settings together", (_, some) => {
    expect(problemsOf({ ...enough, ...some })).toContain("go together");
  });

  it("sends no links to wherever a stranger says the app is", () => {
    const mail = { ...enough, SMTP_URL: "smtp://127.0.0.1", MAIL_FROM: "Phones <phones@example.com>" };
    expect(problemsOf(mail)).toContain("PUBLIC_BASE_URL is not set");
    expect(readSettings({ ...mail, PUBLIC_BASE_URL: "https://phones.example.com" })).toBeTruthy();
  });

  it.each(["production", "preview"])("wants a code for the first run in Vercel's %s", (VERCEL_ENV) => {
    const onVercel = { ...enough, VERCEL: "1", VERCEL_ENV };
    expect(problemsOf(onVercel)).toContain("SETUP_CODE is not set");
    expect(readSettings({ ...onVercel, SETUP_CODE: "correct-horse-battery" })).toBeTruthy();
  });
});
