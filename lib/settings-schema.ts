import { z } from "zod";
import { givenSettings, type SettingName } from "./env";

const e164 = z
  .string()
  .regex(/^\+[1-9]\d{6,14}$/, "a phone number in international form, such as +14155550100");
const url = (protocol: RegExp, like: string) => z.url({ protocol, error: like });
const origin = url(/^https?$/, "an address such as https://phones.example.com").refine(
  (value) => URL.canParse(value) && new URL(value).origin === value,
  "an origin alone: no path, no slash at the end",
);
const secret = (length: number) => z.string().min(length, `at least ${length} characters, made at random`);

const schema = z.object({
  DATABASE_URL: url(
    /^postgres(ql)?$/,
    "a connection string such as postgresql://user:password@host/database",
  ),
  NEON_HTTP_ENDPOINT: url(/^https?$/, "the URL of another place that speaks Neon's HTTP protocol").optional(),
  PUBLIC_BASE_URL: origin.optional(),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/, "AC and 32 hexadecimal digits, from Twilio's console")
    .optional(),
  TWILIO_AUTH_TOKEN: secret(16).optional(),
  TWILIO_AUTH_TOKEN_SECONDARY: secret(16).optional(),
  TWILIO_API_BASE_URL: origin.optional(),
  FALLBACK_PHONE_NUMBER: e164.optional(),
  VOICE_FALLBACK_URL: url(/^https$/, "an https address outside this app, such as a TwiML Bin's").optional(),
  AUTH_SECRET: secret(32),
  AUTH_GOOGLE_ID: z.string().optional(),
  AUTH_GOOGLE_SECRET: z.string().optional(),
  AUTH_MICROSOFT_ENTRA_ID_ID: z.string().optional(),
  AUTH_MICROSOFT_ENTRA_ID_SECRET: z.string().optional(),
  // Microsoft's addresses for "common" and the like would let in anybody who makes up a tenant.
  AUTH_MICROSOFT_ENTRA_ID_ISSUER: z
    .string()
    .regex(
      /^https:\/\/login\.microsoftonline\.com\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\/v2\.0$/,
      "the address of one tenant: https://login.microsoftonline.com/, the tenant's id in small letters, /v2.0",
    )
    .optional(),
  // Spaces and hyphens are not compared.
  SETUP_CODE: z
    .string()
    .regex(/^([\s-]*[^\s-]){12}/, "at least 12 characters, made at random")
    .optional(),
  SMTP_URL: url(/^smtps?$/, "an address such as smtps://user:password@smtp.example.com").optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^([^<>\n]*<[^@\s<>]+@[^@\s<>]+>|[^@\s<>]+@[^@\s<>]+)$/,
      "Name <address@example.com>, or an address alone",
    )
    .optional(),
  CRON_SECRET: secret(16).optional(),
  VERCEL: z.string().optional(),
  VERCEL_ENV: z.enum(["production", "preview", "development"]).optional(),
} satisfies Record<SettingName, z.ZodType>);

export type Settings = z.infer<typeof schema>;

/** What is wrong with the settings, one line a variable. It never repeats a value: most of them are secrets. */
export class SettingsError extends Error {
  override name = "SettingsError";
}

/**
 * Reads and checks the settings. An empty variable counts as one that is not set.
 *
 * @throws SettingsError naming each variable that is missing or malformed, and what it should look like.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = givenSettings(environment);
  const result = schema.safeParse(given);
  const problems = result.success
    ? [...standInsOnVercel(result.data), ...incomplete(result.data)]
    : result.error.issues.map((issue) => {
        const name = String(issue.path[0]);
        return given[name] === undefined ? `${name} is not set.` : `${name} should be ${issue.message}.`;
      });
  if (!result.success || problems.length > 0) {
    throw new SettingsError(["Switchboard cannot start:", ...problems.map((line) => `  ${line}`)].join("\n"));
  }
  return result.data;
}

/** A stand-in on a public deployment would be a way in, or a phone that rings nowhere. */
function standInsOnVercel(settings: Settings): string[] {
  if (!settings.VERCEL) return [];
  return (["NEON_HTTP_ENDPOINT", "TWILIO_API_BASE_URL"] as const)
    .filter((name) => settings[name] !== undefined)
    .map((name) => `${name} is for tests and a fresh clone; take it out of the settings on Vercel.`);
}

/** Settings that are of no use without each other. */
const together = [
  ["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN"],
  ["AUTH_GOOGLE_ID", "AUTH_GOOGLE_SECRET"],
  ["AUTH_MICROSOFT_ENTRA_ID_ID", "AUTH_MICROSOFT_ENTRA_ID_SECRET", "AUTH_MICROSOFT_ENTRA_ID_ISSUER"],
  ["SMTP_URL", "MAIL_FROM"],
] as const;

function incomplete(settings: Settings): string[] {
  const problems = together
    .filter((names) => new Set(names.map((name) => settings[name] === undefined)).size > 1)
    .map((names) => `${names.join(" and ")} go together: set all of them, or none.`);
  // A stranger can have a link sent, and name the host that they ask at: it must not decide where that link leads.
  if (settings.SMTP_URL && !settings.PUBLIC_BASE_URL) {
    problems.push("PUBLIC_BASE_URL is not set: with SMTP_URL it is where the links in e-mails lead.");
  }
  // Elsewhere one is made from AUTH_SECRET and printed; on Vercel nobody reads what is printed.
  const isDeployment = settings.VERCEL_ENV === "production" || settings.VERCEL_ENV === "preview";
  if (isDeployment && !settings.SETUP_CODE) {
    problems.push("SETUP_CODE is not set: at first run it keeps strangers from becoming the owner.");
  }
  return problems;
}
