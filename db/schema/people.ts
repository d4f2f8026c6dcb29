import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import { checkDialable, checkNotBlank, createdAt, id, instant, updatedAt, version } from "./columns";
import { schedules } from "./schedules";

/** Someone whose phones can be rung: change the number once and every action follows. */
export const people = pgTable(
  "people",
  {
    id: id(),
    name: text("name").notNull(),
    /** What a caller dials to reach them, two to five digits. */
    extension: text("extension"),
    email: text("email"),
    /** Not rung before this instant. */
    awayUntil: instant("away_until"),
    /** When they may be rung, where they keep hours of their own; null while they are always on duty. */
    dutyScheduleId: uuid("duty_schedule_id").references(() => schedules.id, { onDelete: "restrict" }),
    /** How they learn of a voicemail that is left for them. */
    isToldByEmail: boolean("is_told_by_email").notNull().default(true),
    isToldByText: boolean("is_told_by_text").notNull().default(false),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    unique("people_extension_unique").on(table.extension),
    index("people_by_duty_schedule").on(table.dutyScheduleId),
    checkNotBlank("people_name_not_blank", table.name),
    check("people_extension_digits", sql`${table.extension} ~ '^[0-9]{2,5}$'`),
    check("people_email_form", sql`${table.email} ~ '^[^@\\s]+@[^@\\s]+$'`),
  ],
);

export const personPhones = pgTable(
  "person_phones",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    label: text("label").notNull(),
    /** E.164, or a SIP address. */
    number: text("number").notNull(),
    position: smallint("position").notNull(),
    isRung: boolean("is_rung").notNull().default(true),
  },
  (table) => [
    unique("person_phones_number_once").on(table.personId, table.number),
    unique("person_phones_position_once").on(table.personId, table.position),
    checkDialable("person_phones_number_form", table.number),
    checkNotBlank("person_phones_label_not_blank", table.label),
  ],
);
