import { createHash } from "node:crypto";
import { isReadOnlyDeployment } from "./read-only-deployment";
import type { Settings } from "./settings-schema";

/**
 * Tells one database from another by where it is: a digest of host, port and name, so that what keeps it says nothing of
 * any of them. Who signs in there, and by way of Neon's pooler or not, makes no difference. A branch at Neon has a host
 * of its own, and so a mark of its own.
 */
export function databaseMark(databaseUrl: string): string {
  const { hostname, port, pathname } = new URL(databaseUrl);
  // Source: Neon, "Connection pooling": the pooler's host is the database's own with "-pooler" behind its first name.
  const host = hostname.toLowerCase().replace(/^([^.]+)-pooler\./, "$1.");
  return createHash("sha256")
    .update(`${host}:${port || "5432"}${pathname}`)
    .digest("hex");
}

/**
 * Whether a deployment that may change nothing has been given production's own database.
 *
 * @param productionMark - what production's build noted in the database that was asked, or null if none ever did.
 */
export const isOnProductionsDatabase = (
  settings: Pick<Settings, "VERCEL_ENV" | "DATABASE_URL">,
  productionMark: string | null,
): boolean => isReadOnlyDeployment(settings) && databaseMark(settings.DATABASE_URL) === productionMark;
