import type { BatchItem } from "drizzle-orm/batch";
import type { Database } from "@/db/client";
import { activity } from "@/db/schema";

/** The kinds of thing that people change. */
export type ActivitySubject =
  | "phoneNumber"
  | "schedule"
  | "action"
  | "template"
  | "configuration"
  | "person"
  | "knownCaller"
  | "blockedCaller"
  | "greeting"
  | "call"
  | "staffUser"
  | "invitation"
  | "firm"
  | "voicemail"
  | "setUp"
  | "callerData";

/** How something is, label by label, both in words: what the activity page shows as it stands. */
export type InWords = Readonly<Record<string, string>>;

export interface Change {
  /** Who; null for what the app does by itself. */
  staff: { id: string; name: string } | null;
  /** The domain verb, such as "closeScheduleUntil". */
  verb: string;
  subject: ActivitySubject;
  subjectId: string;
  subjectName: string;
  /** Null when it has just been made. */
  before: InWords | null;
  /** Null when it has just been deleted. */
  after: InWords | null;
}

/**
 * The statements that put a change on record, for the batch that makes it: none when nothing has changed. Of something
 * that was edited only what differs is kept.
 */
export const recordActivity = (db: Database, change: Change): BatchItem<"pg">[] =>
  recordActivities(db, [change]);

/** Rows of one statement, which takes 65,535 parameters at most. */
const mostAtOnce = 2000;

/** The same for many changes at once: one statement for every two thousand. */
export function recordActivities(db: Database, changes: readonly Change[]): BatchItem<"pg">[] {
  const rows = changes.flatMap(rowOf);
  const statements: BatchItem<"pg">[] = [];
  for (let from = 0; from < rows.length; from += mostAtOnce) {
    statements.push(db.insert(activity).values(rows.slice(from, from + mostAtOnce)));
  }
  return statements;
}

function rowOf(change: Change): (typeof activity.$inferInsert)[] {
  const { staff, before, after, ...about } = change;
  const isDifferent = (label: string) => before?.[label] !== after?.[label];
  const differing = (words: InWords) =>
    Object.fromEntries(Object.entries(words).filter(([label]) => isDifferent(label)));
  const kept = before && after ? { before: differing(before), after: differing(after) } : { before, after };
  if (before && after && Object.keys({ ...kept.before, ...kept.after }).length === 0) return [];
  return [{ ...about, ...kept, staffUserId: staff?.id ?? null, byName: staff?.name ?? "Switchboard" }];
}
