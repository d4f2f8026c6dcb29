import { and, desc, eq, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Database } from "@/db/client";
import { firmId } from "@/db/queries/firm/save-firm";
import { raiseVersion } from "@/db/queries/writes/raise-version";
import { activity, firmSettings } from "@/db/schema";

/** How many days things are kept; null keeps them for good. */
export interface Retention {
  keepsCallsDays: number | null;
  keepsVoicemailsDays: number | null;
}

/** @throws if the database has not been migrated. */
export async function getRetention(db: Database): Promise<Retention> {
  const [found] = await db
    .select({
      keepsCallsDays: firmSettings.keepsCallsDays,
      keepsVoicemailsDays: firmSettings.keepsVoicemailsDays,
    })
    .from(firmSettings);
  if (!found) throw new Error("The row of firm_settings is missing: the database has not been migrated.");
  return found;
}

/** The statements that save it over the version of the settings that was seen. */
export const saveRetention = (
  db: Database,
  { version, ...retention }: Retention & { version: number },
): BatchItem<"pg">[] => [
  raiseVersion(db, firmSettings, { id: firmId, version }),
  db
    .update(firmSettings)
    .set(retention)
    .where(eq(firmSettings.id, Number(firmId))),
];

/** What the nightly clearing is on record under: not the settings themselves, which it changes nothing of. */
export const clearing = { subject: "firm", subjectId: "clearing", verb: "clearOldCalls" } as const;

/** The last night's work, label by label in words; null when there has been none. */
export async function findLastClearing(
  db: Database,
): Promise<{ at: Date; inWords: Record<string, unknown> } | null> {
  const [last] = await db
    .select({ at: activity.at, inWords: sql<Record<string, unknown>>`${activity.after}` })
    .from(activity)
    .where(and(eq(activity.subject, clearing.subject), eq(activity.subjectId, clearing.subjectId)))
    .orderBy(desc(activity.at), desc(activity.id))
    .limit(1);
  return last ?? null;
}
