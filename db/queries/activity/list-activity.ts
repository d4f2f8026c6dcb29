import { and, eq, gte, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import {
  actions,
  activity,
  blockedCallers,
  calls,
  configurations,
  greetings,
  knownCallers,
  people,
  phoneNumbers,
  schedules,
  staffUsers,
  templates,
} from "@/db/schema";
import { anywhere } from "../lists/list-request";
import type { ActivitySubject } from "./record-activity";

/** A place in the list, newest first. */
export interface ActivityCursor {
  at: Date;
  id: number;
}

export interface ActivityRequest {
  /** Words in the names, or in how something was before or after; empty finds everything. */
  search: string;
  /** Who: a staff user's id, "app" for what the app did by itself, or null for anybody. */
  by: string | null;
  subject: ActivitySubject | null;
  /** One thing alone; only with its subject. */
  subjectId: string | null;
  /** From this instant on. */
  from: Date | null;
  /** Before this instant. */
  until: Date | null;
  after: ActivityCursor | null;
  limit: number;
}

export interface ListedChange {
  id: number;
  at: Date;
  byName: string;
  verb: string;
  subject: string;
  subjectId: string;
  subjectName: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  /** Whether the thing is still there. */
  isThere: boolean;
}

/** The newest changes that the request asks for, in one statement, and where the next ones begin. */
export async function listActivity(
  db: Database,
  request: ActivityRequest,
): Promise<{ changes: ListedChange[]; next: ActivityCursor | null }> {
  const rows = await newestChanges(db, request);
  const changes = rows.slice(0, request.limit);
  const last = changes.at(-1);
  return { changes, next: last && rows.length > request.limit ? { at: last.at, id: last.id } : null };
}

/** The statement of `listActivity`: one row more than the limit, which tells whether there are others. */
export const newestChanges = (db: Database, request: ActivityRequest) =>
  db
    .select({
      id: activity.id,
      at: activity.at,
      byName: activity.byName,
      verb: activity.verb,
      subject: activity.subject,
      subjectId: activity.subjectId,
      subjectName: activity.subjectName,
      before: activity.before,
      after: activity.after,
      isThere: sql<boolean>`(${isThere})`,
    })
    .from(activity)
    .where(and(...conditions(request)))
    // As the index has them: a plain DESC puts nulls first, and would sort the whole table, though there are none.
    .orderBy(sql`${activity.at} desc nulls last`, sql`${activity.id} desc nulls last`)
    .limit(request.limit + 1);

function conditions({ search, by, subject, subjectId, from, until, after }: ActivityRequest): SQL[] {
  return [
    subject && eq(activity.subject, subject),
    subjectId && eq(activity.subjectId, subjectId),
    by && (by === "app" ? isNull(activity.staffUserId) : eq(activity.staffUserId, by)),
    by === "app" && eq(activity.byName, "Switchboard"),
    from && gte(activity.at, from),
    until && lt(activity.at, until),
    after && sql`(${activity.at}, ${activity.id}) < (${after.at.toISOString()}::timestamptz, ${after.id})`,
    search && sql`${allWords} ilike ${anywhere(search)}`,
  ].filter((condition) => typeof condition === "object" && condition !== null);
}

/** Numbers are recorded with spaces that do not break, which nobody types. */
const allWords = sql`replace(
  concat_ws(' ', ${activity.byName}, ${activity.subjectName}, ${activity.before}, ${activity.after}), chr(160), ' '
)`;

/** Where each kind of thing is kept. The firm is always there; the others have no page of their own. */
const tables = {
  phoneNumber: phoneNumbers,
  schedule: schedules,
  action: actions,
  template: templates,
  configuration: configurations,
  person: people,
  knownCaller: knownCallers,
  blockedCaller: blockedCallers,
  greeting: greetings,
  staffUser: staffUsers,
} satisfies Partial<Record<ActivitySubject, unknown>>;

/** CASE looks at one table only for each row, and casts nothing that is no id. */
const isThere = sql`case
  when ${activity.subject} = 'firm' then true
  when ${activity.subject} = 'call' then exists (select from ${calls} where ${calls.sid} = ${activity.subjectId})
  when ${activity.subjectId} !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then false
  ${sql.join(
    Object.entries(tables).map(
      ([subject, table]) => sql`when ${activity.subject} = ${subject} then exists (
        select from ${table} where ${table.id} = ${activity.subjectId}::uuid
      )`,
    ),
    sql` `,
  )}
  else false
end`;
