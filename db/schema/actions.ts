import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { ScalarValue } from "@/lib/template/types";
import { checkDialable, checkNotBlank, createdAt, id, updatedAt, version } from "./columns";
import { greetings } from "./greetings";
import { people } from "./people";
import { templateParameters, templates } from "./templates";

/** A template plus values for its parameters: what happens on a call. */
export const actions = pgTable(
  "actions",
  {
    id: id(),
    name: text("name").notNull(),
    templateId: uuid("template_id")
      .notNull()
      .references(() => templates.id, { onDelete: "restrict" }),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("actions_name_unique").on(sql`lower(${table.name})`),
    unique("actions_of_template").on(table.id, table.templateId),
    index("actions_by_template").on(table.templateId),
    checkNotBlank("actions_name_not_blank", table.name),
  ],
);

/**
 * The tables below carry the template beside action and parameter, so that two foreign keys can hold them
 * together: a value always belongs to a parameter that the action's own template declares.
 */
const belonging = () => ({
  actionId: uuid("action_id").notNull(),
  parameterId: uuid("parameter_id").notNull(),
  templateId: uuid("template_id").notNull(),
});

const belongs = (
  name: string,
  table: { actionId: AnyPgColumn; parameterId: AnyPgColumn; templateId: AnyPgColumn },
) => [
  foreignKey({
    name: `${name}_action_fk`,
    columns: [table.actionId, table.templateId],
    foreignColumns: [actions.id, actions.templateId],
  }).onDelete("cascade"),
  foreignKey({
    name: `${name}_parameter_fk`,
    columns: [table.parameterId, table.templateId],
    foreignColumns: [templateParameters.id, templateParameters.templateId],
  }).onDelete("cascade"),
];

/** Values of the types that are no reference: a text, a number, a choice, a voice. */
export const actionParameters = pgTable(
  "action_parameters",
  { ...belonging(), value: jsonb("value").$type<ScalarValue>().notNull() },
  (table) => [
    primaryKey({ columns: [table.actionId, table.parameterId] }),
    ...belongs("action_parameters", table),
  ],
);

/** Whom an action rings, in order: a person, or a bare number. */
export const actionPeople = pgTable(
  "action_people",
  {
    ...belonging(),
    position: smallint("position").notNull(),
    personId: uuid("person_id").references(() => people.id, { onDelete: "restrict" }),
    /** E.164, or a SIP address. */
    number: text("number"),
    /** How long this one rings when people are rung in order; null leaves it to the action. */
    ringSeconds: smallint("ring_seconds"),
  },
  (table) => [
    primaryKey({ columns: [table.actionId, table.parameterId, table.position] }),
    ...belongs("action_people", table),
    index("action_people_by_person").on(table.personId),
    check("action_people_person_or_number", sql`num_nonnulls(${table.personId}, ${table.number}) = 1`),
    checkDialable("action_people_number_form", table.number),
    check("action_people_ring_seconds_bounds", sql`${table.ringSeconds} between 5 and 600`),
  ],
);

/** The greeting of the library that an audio parameter plays. */
export const actionGreetings = pgTable(
  "action_greetings",
  {
    ...belonging(),
    greetingId: uuid("greeting_id")
      .notNull()
      .references(() => greetings.id, { onDelete: "restrict" }),
  },
  (table) => [
    primaryKey({ columns: [table.actionId, table.parameterId] }),
    ...belongs("action_greetings", table),
    index("action_greetings_by_greeting").on(table.greetingId),
  ],
);

/** Where an action sends a call next: one target for an action parameter, one a key for a menu. */
export const actionTargets = pgTable(
  "action_targets",
  {
    ...belonging(),
    position: smallint("position").notNull(),
    /** The DTMF key that chooses it, in a menu; null for a plain reference. */
    menuKey: text("menu_key"),
    /** What the caller hears for the key. */
    label: text("label"),
    targetActionId: uuid("target_action_id")
      .notNull()
      .references(() => actions.id, { onDelete: "restrict" }),
  },
  (table) => [
    primaryKey({ columns: [table.actionId, table.parameterId, table.position] }),
    ...belongs("action_targets", table),
    unique("action_targets_key_once").on(table.actionId, table.parameterId, table.menuKey).nullsNotDistinct(),
    index("action_targets_by_target").on(table.targetActionId),
    check("action_targets_menu_key_dtmf", sql`${table.menuKey} ~ '^[0-9*#]$'`),
    check("action_targets_label_with_key", sql`(${table.menuKey} is null) = (${table.label} is null)`),
  ],
);
