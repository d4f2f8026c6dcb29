import { sql } from "drizzle-orm";
import { check, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, version } from "./columns";
import { staffUsers } from "./staff-users";

export const blockedCallers = pgTable(
  "blocked_callers",
  {
    id: id(),
    /** E.164, or "anonymous" for everybody who withholds their number (as Twilio writes it in From). */
    number: text("number").notNull(),
    note: text("note").notNull().default(""),
    blockedById: uuid("blocked_by_id").references(() => staffUsers.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    version: version(),
  },
  (table) => [
    unique("blocked_callers_number_unique").on(table.number),
    check(
      "blocked_callers_number_form",
      sql`${table.number} = 'anonymous' or ${table.number} ~ '^\\+[1-9][0-9]{6,14}$'`,
    ),
  ],
);
