import { sql } from "drizzle-orm";
import { boolean, check, pgTable, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import { checkE164, checkNotBlank, createdAt, id, instant, updatedAt, version } from "./columns";

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
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    unique("people_extension_unique").on(table.extension),
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
    number: text("number").notNull(),
    position: smallint("position").notNull(),
    isRung: boolean("is_rung").notNull().default(true),
  },
  (table) => [
    unique("person_phones_number_once").on(table.personId, table.number),
    unique("person_phones_position_once").on(table.personId, table.position),
    checkE164("person_phones_number_e164", table.number),
    checkNotBlank("person_phones_label_not_blank", table.label),
  ],
);
