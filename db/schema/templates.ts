import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  jsonb,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { ParameterBounds, ParameterType, ScalarValue } from "@/lib/template/types";
import { checkNotBlank, createdAt, id, updatedAt, version } from "./columns";

/** TwiML with Liquid placeholders. */
export const templates = pgTable(
  "templates",
  {
    id: id(),
    /** Names a template that ships with the app, and is how a release finds it again; null for one of the staff's own. */
    builtInKey: text("built_in_key"),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    body: text("body").notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    unique("templates_built_in_key_unique").on(table.builtInKey),
    // Among the staff's own: a later release may bring a built-in one of a name that they have taken.
    uniqueIndex("templates_own_name_unique")
      .on(sql`lower(${table.name})`)
      .where(sql`${table.builtInKey} is null`),
    check("templates_built_in_key_form", sql`${table.builtInKey} ~ '^[a-z][a-z0-9-]*$'`),
    checkNotBlank("templates_name_not_blank", table.name),
    checkNotBlank("templates_body_not_blank", table.body),
    // Twilio refuses an answer of more than 64 kB (error 11750).
    check("templates_body_size", sql`octet_length(${table.body}) <= 65536`),
  ],
);

/** What a template declares that an action fills in. */
export const templateParameters = pgTable(
  "template_parameters",
  {
    id: id(),
    templateId: uuid("template_id")
      .notNull()
      .references(() => templates.id, { onDelete: "cascade" }),
    key: text("key").notNull(),
    position: smallint("position").notNull(),
    label: text("label").notNull(),
    help: text("help").notNull().default(""),
    type: text("type").$type<ParameterType>().notNull(),
    isRequired: boolean("is_required").notNull().default(false),
    defaultValue: jsonb("default_value").$type<ScalarValue>(),
    bounds: jsonb("bounds").$type<ParameterBounds>().notNull().default({}),
  },
  (table) => [
    unique("template_parameters_key_once").on(table.templateId, table.key),
    // Lets an action's values point at a parameter of the action's own template and of no other.
    unique("template_parameters_of_template").on(table.id, table.templateId),
    check("template_parameters_key_form", sql`${table.key} ~ '^[a-z][A-Za-z0-9]*$'`),
    checkNotBlank("template_parameters_label_not_blank", table.label),
    check(
      "template_parameters_type_known",
      sql`${table.type} in ('text', 'longText', 'phoneNumber', 'number', 'yesNo', 'choice', 'voice', 'audio', 'people', 'action', 'menu')`,
    ),
  ],
);
