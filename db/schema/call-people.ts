import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { calls } from "./calls";
import { instant } from "./columns";
import { people } from "./people";

/**
 * Whose calls are whose: one row for each person who took a call or whose phone it rang. Triggers keep it after `calls`,
 * since an index over a list of ids cannot give somebody's newest calls in order.
 */
export const callPeople = pgTable(
  "call_people",
  {
    callSid: text("call_sid")
      .notNull()
      .references(() => calls.sid, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** As the call has it. */
    receivedAt: instant("received_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.callSid, table.personId] }),
    index("call_people_by_time").on(table.personId, table.receivedAt.desc(), table.callSid.desc()),
  ],
);
