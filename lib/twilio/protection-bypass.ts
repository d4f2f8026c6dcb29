/** Vercel's name of it. Source: Vercel, "Protection Bypass for Automation". */
const parameter = "x-vercel-protection-bypass";

/** The bypass as a query has it. */
export const bypassPair = (secret: string): string => `${parameter}=${encodeURIComponent(secret)}`;

/** The secret in an address that lets whoever asks past Vercel's Deployment Protection; null where there is none. */
export const bypassOf = (url: string): string | null => new URL(url).searchParams.get(parameter) || null;

/** An address for people to read: that it carries the bypass is seen, the secret is not. */
export const withoutSecret = (url: string): string =>
  url.replace(new RegExp(`([?&]${parameter}=)[^&#]*`, "g"), "$1…");
