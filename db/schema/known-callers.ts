import { pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { actions } from "./actions";
import { checkE164, checkNotBlank, createdAt, id, version } from "./columns";

/** A caller whom the firm knows: called by name in the log, let through an allow list, and led past the menu if need be. */
export const knownCallers = pgTable(
  "known_callers",
  {
    id: id(),
    /** E.164. */
    number: text("number").notNull(),
    name: text("name").notNull(),
    note: text("note").notNull().default(""),
    /** Where their calls go straight to, open or closed; null for the way of everybody else. */
    actionId: uuid("action_id").references(() => actions.id, { onDelete: "restrict" }),
    version: version(),
    createdAt: createdAt(),
  },
  (table) => [
    unique("known_callers_number_unique").on(table.number),
    checkE164("known_callers_number_e164", table.number),
    checkNotBlank("known_callers_name_not_blank", table.name),
  ],
);
