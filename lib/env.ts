// The call path reads this on the edge, where every kilobyte is loaded at a cold start: a tenth of the size of "zod".
import * as z from "zod/mini";

const e164 = z
  .string()
  .check(z.regex(/^\+[1-9]\d{6,14}$/, "a phone number in international form, such as +14155550100"));
const url = (protocol: RegExp, like: string) => z.url({ protocol, error: like });
const origin = url(/^https?$/, "an address such as https://phones.example.com").check(
  z.refine(
    (value) => URL.canParse(value) && new URL(value).origin === value,
    "an origin alone: no path, no slash at the end",
  ),
);
const secret = (length: number) =>
  z.string().check(z.minLength(length, `at least ${length} characters, made at random`));

/** Every setting that the app reads, and what each should look like. */
const schema = z.object({
  DATABASE_URL: url(
    /^postgres(ql)?$/,
    "a connection string such as postgresql://user:password@host/database",
  ),
  NEON_HTTP_ENDPOINT: z.optional(
    url(/^https?$/, "the URL of another place that speaks Neon's HTTP protocol"),
  ),
  PUBLIC_BASE_URL: z.optional(origin),
  TWILIO_ACCOUNT_SID: z.optional(
    z.string().check(z.regex(/^AC[0-9a-f]{32}$/, "AC and 32 hexadecimal digits, from Twilio's console")),
  ),
  TWILIO_AUTH_TOKEN: z.optional(secret(16)),
  TWILIO_AUTH_TOKEN_SECONDARY: z.optional(secret(16)),
  TWILIO_API_BASE_URL: z.optional(origin),
  FALLBACK_PHONE_NUMBER: z.optional(e164),
  AUTH_SECRET: secret(32),
  VERCEL: z.optional(z.string()),
  VERCEL_ENV: z.optional(z.enum(["production", "preview", "development"])),
});

export type SettingName = keyof typeof schema.shape;

export type Settings = z.infer<typeof schema>;

export const settingNames = Object.keys(schema.shape) as SettingName[];

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
  const given = Object.fromEntries(settingNames.map((name) => [name, environment[name] || undefined]));
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

let cached: Settings | undefined;

/** The settings of this process, read once. */
export function settings(): Settings {
  cached ??= readSettings(process.env);
  return cached;
}
