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

/** What is wrong with the database that a deployment was given, if it may change nothing. */
export type PreviewDatabaseFault = "productions" | "unmarked";

/**
 * Whether a preview, or a developer's copy of one, may work on its database: only on a copy of production's. A database
 * without a mark may be the one that production's first build is about to take, so it is not the preview's to begin.
 *
 * @param productionMark - what production's build noted in the database that was asked, or null if none ever did.
 */
export function previewDatabaseFault(
  settings: Pick<Settings, "VERCEL_ENV" | "DATABASE_URL">,
  productionMark: string | null,
): PreviewDatabaseFault | null {
  if (!isReadOnlyDeployment(settings)) return null;
  if (productionMark === null) return "unmarked";
  return databaseMark(settings.DATABASE_URL) === productionMark ? "productions" : null;
}
