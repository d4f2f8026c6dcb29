import { sql } from "drizzle-orm";
import { boolean, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { actions } from "./actions";
import { checkNotBlank, createdAt, id, updatedAt, version } from "./columns";
import { phoneNumbers } from "./phone-numbers";
import { schedules } from "./schedules";

/** Number + schedule + action while open + action while closed. Several may be prepared for one number. */
export const configurations = pgTable(
  "configurations",
  {
    id: id(),
    name: text("name").notNull(),
    phoneNumberId: uuid("phone_number_id")
      .notNull()
      .references(() => phoneNumbers.id, { onDelete: "restrict" }),
    scheduleId: uuid("schedule_id")
      .notNull()
      .references(() => schedules.id, { onDelete: "restrict" }),
    openActionId: uuid("open_action_id")
      .notNull()
      .references(() => actions.id, { onDelete: "restrict" }),
    closedActionId: uuid("closed_action_id")
      .notNull()
      .references(() => actions.id, { onDelete: "restrict" }),
    /** An allow list: whoever is not among the known callers gets the closed action, at any hour. */
    takesKnownCallersOnly: boolean("takes_known_callers_only").notNull().default(false),
    isActive: boolean("is_active").notNull().default(false),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("configurations_name_unique").on(sql`lower(${table.name})`),
    uniqueIndex("configurations_one_active_per_number").on(table.phoneNumberId).where(sql`${table.isActive}`),
    index("configurations_by_number").on(table.phoneNumberId),
    index("configurations_by_schedule").on(table.scheduleId),
    index("configurations_by_open_action").on(table.openActionId),
    index("configurations_by_closed_action").on(table.closedActionId),
    checkNotBlank("configurations_name_not_blank", table.name),
  ],
);
