import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const schema = z.object({
  AUTH_SECRET: z.string(),
  TWILIO_ACCOUNT_SID: z.string(),
  TWILIO_AUTH_TOKEN: z.string(),
  FALLBACK_PHONE_NUMBER: z.string(),
});

export type LocalSettings = z.infer<typeof schema>;

const inData = (name: string) => fileURLToPath(new URL(`../../.data/${name}`, import.meta.url));
const settingsFile = inData("local-settings.json");
const runningFile = inData("running.json");

const random = (bytes: number) => randomBytes(bytes).toString("hex");

/** What a fresh clone runs with: an account that no Twilio knows, and secrets made up once on this machine. */
function makeSettings(): LocalSettings {
  return {
    AUTH_SECRET: random(32),
    // Of a form that tells the pages not to ask Twilio: see lib/twilio/rest/standing.ts.
    TWILIO_ACCOUNT_SID: `AC${"0".repeat(16)}${random(8)}`,
    TWILIO_AUTH_TOKEN: random(16),
    // Reserved for fiction by the North American Numbering Plan.
    FALLBACK_PHONE_NUMBER: "+12125550190",
  };
}

/** The settings of a fresh clone, with whatever the environment or `.env.local` sets instead. */
export function localSettings(): LocalSettings {
  loadEnvFiles();
  if (!existsSync(settingsFile)) {
    mkdirSync(dirname(settingsFile), { recursive: true });
    writeFileSync(settingsFile, `${JSON.stringify(makeSettings(), null, 2)}\n`, { mode: 0o600 });
  }
  const made = schema.parse(JSON.parse(readFileSync(settingsFile, "utf8")));
  return schema.parse(
    Object.fromEntries(Object.entries(made).map(([name, value]) => [name, process.env[name] || value])),
  );
}

/** What Next.js reads for itself, for the scripts that run beside it. The environment goes first. */
export function loadEnvFiles(): void {
  for (const file of [".env.local", ".env"]) if (existsSync(file)) process.loadEnvFile(file);
}

const runningSchema = z.object({ baseUrl: z.string(), pid: z.number() });

/** Says where the app is running, for `npm run call`; returns how to take it back. */
export function announceRunning(baseUrl: string): () => void {
  writeFileSync(runningFile, JSON.stringify({ baseUrl, pid: process.pid }));
  return () => writeFileSync(runningFile, "{}");
}

/** Where the app was started by `npm run dev`, or null when it was not. */
export function findRunningApp(): string | null {
  if (!existsSync(runningFile)) return null;
  const parsed = runningSchema.safeParse(JSON.parse(readFileSync(runningFile, "utf8")));
  return parsed.success ? parsed.data.baseUrl : null;
}
