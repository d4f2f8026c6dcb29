import { sql } from "drizzle-orm";
import { bigint, check, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { staffUsers } from "./staff-users";

/** Who changed what, with how it was before and after: never edited, never deleted with what it speaks of. */
export const activity = pgTable(
  "activity",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant("at").notNull().defaultNow(),
    staffUserId: uuid("staff_user_id").references(() => staffUsers.id, { onDelete: "set null" }),
    /** As they were called then; "Switchboard" for what the app did by itself. */
    byName: text("by_name").notNull(),
    /** The domain verb, such as "closeScheduleUntil". */
    verb: text("verb").notNull(),
    /** Kind of thing changed, such as "schedule". */
    subject: text("subject").notNull(),
    subjectId: text("subject_id").notNull(),
    subjectName: text("subject_name").notNull(),
    before: jsonb("before").$type<Record<string, unknown>>(),
    after: jsonb("after").$type<Record<string, unknown>>(),
  },
  (table) => [
    index("activity_by_time").on(table.at.desc(), table.id.desc()),
    index("activity_by_subject").on(table.subject, table.subjectId, table.at.desc()),
    check("activity_says_something", sql`num_nonnulls(${table.before}, ${table.after}) >= 1`),
  ],
);
