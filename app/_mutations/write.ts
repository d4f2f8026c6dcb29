import { eq } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Database } from "@/db/client";
import { constraintOf } from "@/db/errors";
import { findLastChange } from "@/db/queries/activity/find-last-change";
import type { ActivitySubject } from "@/db/queries/activity/record-activity";
import { type SeenVersion, staleVersion, type VersionedTable } from "@/db/queries/writes/raise-version";
import { Refusal } from "./refusal";

/** What to say when a constraint refuses: beside a field, or about the whole. */
export type ConstraintWords = Readonly<Record<string, string | { field: string; message: string }>>;

export interface Writing {
  /** By the constraint's name: each that a person's input can run into. */
  refusals?: ConstraintWords;
  /** What is being edited, when the batch begins with `raiseVersion`. */
  editing?: { table: VersionedTable; subject: ActivitySubject; seen: SeenVersion };
}

/**
 * Carries out statements as one transaction.
 *
 * @throws Refusal when a constraint that has words refuses, or when somebody else has saved or deleted the row since.
 */
export async function write(
  db: Database,
  statements: readonly BatchItem<"pg">[],
  { refusals = {}, editing }: Writing = {},
): Promise<void> {
  const [first, ...rest] = statements;
  if (!first) return;
  try {
    await db.batch([first, ...rest]);
  } catch (error) {
    const constraint = constraintOf(error);
    if (constraint === staleVersion && editing) throw await conflictOver(db, editing);
    const words = constraint === null ? undefined : refusals[constraint];
    if (words === undefined) throw error;
    throw new Refusal(
      typeof words === "string" ? { message: words } : { fieldErrors: { [words.field]: words.message } },
    );
  }
}

/** Nothing is lost: what the person typed goes back with the refusal, and the other's save stands until they choose. */
async function conflictOver(
  db: Database,
  { table, subject, seen }: NonNullable<Writing["editing"]>,
): Promise<Refusal> {
  const [row] = await db.select({ version: table.version }).from(table).where(eq(table.id, seen.id));
  const last = await findLastChange(db, { subject, subjectId: seen.id });
  if (!row) {
    const who = last ? `${last.byName} deleted this` : "This was deleted";
    return new Refusal({ message: `${who} in the meantime, so it could not be saved.` });
  }
  return conflictWith(Number(row.version), last);
}

/** What to answer whoever saw an older version than this one: who saved it, and when, as far as that is on record. */
export const conflictWith = (version: number, last: { byName: string; at: Date } | null): Refusal =>
  new Refusal({
    conflict: { version, byName: last?.byName ?? null, at: last?.at.toISOString() ?? null },
  });
