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
  AUTH_SECRET: secret(32),
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
    ? standInsOnVercel(result.data)
    : result.error.issues.map((issue) => {
        const name = String(issue.path[0]);
        return given[name] === undefined ? `${name} is not set.` : `${name} should be ${issue.message}.`;
      });
  if (result.success && !result.data.TWILIO_AUTH_TOKEN !== !result.data.TWILIO_ACCOUNT_SID) {
    problems.push("TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN go together: set both, or neither.");
  }
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
