import { type PreviewDatabaseFault, previewDatabaseFault } from "@/lib/database-mark";
import { isReadOnlyDeployment } from "@/lib/read-only-deployment";
import type { Settings } from "@/lib/settings-schema";
import type { Database } from "./client";
import { answerLost, MigrationError } from "./migration-errors";

/**
 * Production's build leaves its mark in the database: as the comment of the schema that keeps the migrations' records,
 * where it can be read before there is any table, and where a branch at Neon gets a copy of it.
 */
const label = "production: ";

async function findProductionMark(db: Database): Promise<string | null> {
  const rows = await db.$client`SELECT obj_description(to_regnamespace('drizzle'), 'pg_namespace') AS said`;
  return readProductionMark(rows[0]?.said);
}

/** Of the comment, as the database gives it. */
export function readProductionMark(comment: unknown): string | null {
  return typeof comment === "string" && comment.startsWith(label) ? comment.slice(label.length) : null;
}

/**
 * Before the first migration too, so that a build for production that stops half way has said whose the database is.
 *
 * @param mark - hexadecimal digits, which alone may go into a statement that takes no parameters
 */
export async function noteProductionMark(db: Database, mark: string): Promise<void> {
  if (!/^[0-9a-f]+$/.test(mark)) throw new Error("A mark is hexadecimal digits.");
  await db.$client.query(`COMMENT ON SCHEMA drizzle IS '${label}${mark}'`);
}

const ways: Readonly<Record<PreviewDatabaseFault, readonly string[]>> = {
  productions: [
    "A preview works on a branch of it. At Vercel, under Settings, Environment Variables, untick Preview and Development",
    "at DATABASE_URL; then, in Storage, connect the Neon project and switch on a branch for each preview. docs/deploy.md,",
    "“Previews”, has both. If this database was production's and is so no longer, give the preview a branch all the same.",
  ],
  unmarked: [
    "Deploy production first: its build takes its database and leaves a mark there, which every branch and every other copy",
    "has too. A database without one may be production's own to come, so no preview begins it. If this is a branch that was",
    "made before, reset it from its parent at Neon, or delete it, and deploy the preview again. docs/deploy.md, “Previews”,",
    "has the order of it. To develop on a database of your own, leave VERCEL_ENV unset.",
  ],
};

/**
 * For a preview, before it migrates.
 *
 * @throws MigrationError if the database that it was given is production's own, or nothing shows that it is not
 */
export async function refuseOtherThanCopy(
  db: Database,
  settings: Pick<Settings, "VERCEL_ENV" | "DATABASE_URL">,
): Promise<void> {
  if (!isReadOnlyDeployment(settings)) return;
  const noted = await findProductionMark(db).catch((error: unknown) => {
    throw answerLost(null, error);
  });
  const fault = previewDatabaseFault(settings, noted);
  if (fault === null) return;
  const found = {
    productions: "DATABASE_URL is production's own database",
    unmarked: "DATABASE_URL is a database that no build for production has marked",
  }[fault];
  throw new MigrationError(
    [`${found}, and this is for ${settings.VERCEL_ENV}. Nothing was changed.`, "", ...ways[fault]].join("\n"),
  );
}
