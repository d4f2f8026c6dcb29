import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Settings } from "../settings-schema";

type CodeSettings = Pick<Settings, "SETUP_CODE" | "AUTH_SECRET">;

/** Crockford's base 32: no letter that looks like a digit or another letter. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const groups = 4;
const charactersPerGroup = 5;

/**
 * The code that the first run asks for: `SETUP_CODE`, or one that follows from the secret of the installation, which
 * stays the same from start to start and is printed for whoever can read what the server prints.
 */
export function setupCode({ SETUP_CODE, AUTH_SECRET }: CodeSettings): string {
  if (SETUP_CODE) return SETUP_CODE;
  const bytes = createHmac("sha256", AUTH_SECRET).update("switchboard: code of the first run").digest();
  return Array.from({ length: groups }, (_, group) =>
    [...bytes.subarray(group * charactersPerGroup, (group + 1) * charactersPerGroup)]
      .map((byte) => alphabet[byte % alphabet.length])
      .join(""),
  ).join("-");
}

/** Whether it is the code, however its groups are set apart and whatever its capitals. Takes as long for any wrong one. */
export const isSetupCode = (given: string, settings: CodeSettings): boolean =>
  timingSafeEqual(digest(given), digest(setupCode(settings)));

const digest = (code: string): Buffer =>
  createHash("sha256").update(code.replace(/[\s-]/g, "").toUpperCase()).digest();
