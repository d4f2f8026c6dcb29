import { z } from "zod";

/** The origin of the deployment that SMOKE_URL names; null where it names none. */
export function smokeOrigin(): string | null {
  const parsed = z.url({ protocol: /^https?$/ }).safeParse(process.env.SMOKE_URL);
  return parsed.success ? new URL(parsed.data).origin : null;
}

/** What lets a test past Vercel's Deployment Protection. Source: Vercel, "Protection Bypass for Automation". */
export function bypassHeaders(): Record<string, string> {
  const { VERCEL_AUTOMATION_BYPASS_SECRET: secret } = process.env;
  return secret ? { "x-vercel-protection-bypass": secret, "x-vercel-set-bypass-cookie": "true" } : {};
}

/** Whether the deployment should call itself a preview. */
export const isMeantAsPreview = (): boolean => process.env.SMOKE_PREVIEW === "1";
