import { inArray, type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { excluded } from "@/db/queries/writes/excluded";
import {
  actions,
  blockedCallers,
  configurations,
  firmSettings,
  greetings,
  knownCallers,
  people,
  phoneNumbers,
  schedules,
  templates,
} from "@/db/schema";
import type { Changes } from "@/lib/backup/compare";
import { type Kind, keyOf } from "@/lib/backup/set-up";
import { inChunks } from "./in-chunks";
import { templateIdOf, touched, written } from "./to-write";
import { clearParts, declareParameters, writeParts } from "./write-parts";

type Statements = BatchItem<"pg">[];

/**
 * The statements that carry out the changes, for a batch that begins with `holdSetUp`. First whatever only one thing may
 * have is taken from those that change, so that two can swap names; then things are written in the order in which they
 * refer to one another, and deleted in the other. What stays keeps its id, and with it its calls.
 */
export const writeSetUp = (db: Database, changes: Changes): Statements => [
  ...(changes.firm
    ? [db.update(firmSettings).set({ ...changes.firm.after, ...raised(firmSettings.version) })]
    : []),
  ...clearParts(db, changes),
  ...giveUpClaims(db, changes),
  ...writeThings(db, changes),
  ...deleteThings(db, changes),
  ...writeParts(db, changes),
];

/** A form that is open on something must learn that it has changed. */
const raised = (version: AnyPgColumn) => ({
  version: sql<number>`${version} + 1`,
  updatedAt: sql<Date>`now()`,
});

function giveUpClaims(db: Database, changes: Changes): Statements {
  const nameless = (table: PgTable & { id: AnyPgColumn; name: AnyPgColumn }, ids: string[], more = sql``) =>
    inChunks(ids, (some) =>
      db.execute(sql`update ${table} set name = id::text${more} where ${inArray(table.id, some)}`),
    );
  return [
    ...nameless(configurations, touched(changes.configurations), sql`, is_active = false`),
    ...nameless(actions, touched(changes.actions)),
    ...nameless(templates, touched(changes.templates)),
    ...nameless(greetings, touched(changes.greetings)),
    ...nameless(people, touched(changes.people), sql`, extension = null, duty_schedule_id = null`),
    ...nameless(schedules, touched(changes.schedules)),
    ...inChunks(touched(changes.phoneNumbers), (some) =>
      db.update(phoneNumbers).set({ twilioSid: null }).where(inArray(phoneNumbers.number, some)),
    ),
  ];
}

/** What an upsert sets where the row is there already. */
function replacing(
  table: { version: AnyPgColumn },
  columns: Record<string, AnyPgColumn>,
  hasUpdatedAt = true,
) {
  const set: Record<string, SQL> = { version: sql`${table.version} + 1` };
  if (hasUpdatedAt) set.updatedAt = sql`now()`;
  for (const [key, column] of Object.entries(columns)) set[key] = excluded(column);
  return set;
}

/** By number: the rows of phone numbers that are new get their ids from the database. */
const numberId = (number: string) =>
  sql<string>`(select ${phoneNumbers.id} from ${phoneNumbers} where ${phoneNumbers.number} = ${number})`;

function writeThings(db: Database, changes: Changes): Statements {
  const date = (iso: string | null) => (iso === null ? null : new Date(iso));
  const { friendlyName, twilioSid, isTestNumber } = phoneNumbers;
  return [
    ...inChunks(written(changes.phoneNumbers), (some) =>
      db
        .insert(phoneNumbers)
        .values(some.map(({ name, ...row }) => ({ ...row, friendlyName: name })))
        .onConflictDoUpdate({
          target: phoneNumbers.number,
          set: replacing(phoneNumbers, { friendlyName, twilioSid, isTestNumber }),
        }),
    ),
    ...inChunks(written(changes.schedules), (some) =>
      db
        .insert(schedules)
        .values(some.map(({ id, name, timeZone }) => ({ id, name, timeZone })))
        .onConflictDoUpdate({
          target: schedules.id,
          set: replacing(schedules, { name: schedules.name, timeZone: schedules.timeZone }),
        }),
    ),
    ...inChunks(written(changes.greetings), (some) =>
      db
        .insert(greetings)
        .values(some.map(({ id, name }) => ({ id, name })))
        .onConflictDoUpdate({ target: greetings.id, set: replacing(greetings, { name: greetings.name }) }),
    ),
    ...inChunks(written(changes.templates), (some) =>
      db
        .insert(templates)
        .values(
          some.map(({ id, name, description, body }) => ({ id, name, description, body: body.join("\n") })),
        )
        .onConflictDoUpdate({
          target: templates.id,
          set: replacing(templates, {
            name: templates.name,
            description: templates.description,
            body: templates.body,
          }),
        }),
    ),
    ...declareParameters(db, written(changes.templates)),
    ...inChunks(written(changes.people), (some) =>
      db
        .insert(people)
        .values(
          some.map(({ phones: _, dutySchedule, awayUntil, ...row }) => ({
            ...row,
            awayUntil: date(awayUntil),
            dutyScheduleId: dutySchedule,
          })),
        )
        .onConflictDoUpdate({
          target: people.id,
          set: replacing(people, {
            name: people.name,
            extension: people.extension,
            email: people.email,
            awayUntil: people.awayUntil,
            dutyScheduleId: people.dutyScheduleId,
            isToldByEmail: people.isToldByEmail,
            isToldByText: people.isToldByText,
          }),
        }),
    ),
    ...inChunks(written(changes.actions), (some) =>
      db
        .insert(actions)
        .values(
          some.map((action) => ({ id: action.id, name: action.name, templateId: templateIdOf(action) })),
        )
        .onConflictDoUpdate({
          target: actions.id,
          set: replacing(actions, { name: actions.name, templateId: actions.templateId }),
        }),
    ),
    ...inChunks(written(changes.configurations), (some) =>
      db
        .insert(configurations)
        .values(
          some.map(({ phoneNumber, schedule, openAction, closedAction, ...row }) => ({
            ...row,
            phoneNumberId: numberId(phoneNumber),
            scheduleId: schedule,
            openActionId: openAction,
            closedActionId: closedAction,
          })),
        )
        .onConflictDoUpdate({
          target: configurations.id,
          set: replacing(configurations, {
            name: configurations.name,
            phoneNumberId: configurations.phoneNumberId,
            scheduleId: configurations.scheduleId,
            openActionId: configurations.openActionId,
            closedActionId: configurations.closedActionId,
            takesKnownCallersOnly: configurations.takesKnownCallersOnly,
            isActive: configurations.isActive,
          }),
        }),
    ),
    ...inChunks(written(changes.knownCallers), (some) =>
      db
        .insert(knownCallers)
        .values(some.map(({ action, ...row }) => ({ ...row, actionId: action })))
        .onConflictDoUpdate({
          target: knownCallers.number,
          set: replacing(
            knownCallers,
            { name: knownCallers.name, note: knownCallers.note, actionId: knownCallers.actionId },
            false,
          ),
        }),
    ),
    ...inChunks(written(changes.blockedCallers), (some) =>
      db
        .insert(blockedCallers)
        .values(some)
        .onConflictDoUpdate({
          target: blockedCallers.number,
          set: replacing(blockedCallers, { note: blockedCallers.note }, false),
        }),
    ),
  ];
}

/** The other way round: nothing goes while something refers to it. */
const deleteThings = (db: Database, changes: Changes): Statements => {
  const deletion = (table: PgTable, key: AnyPgColumn, kind: Kind) =>
    inChunks(changes[kind].removed.map(keyOf), (some) => db.delete(table).where(inArray(key, some)));
  return [
    ...deletion(configurations, configurations.id, "configurations"),
    ...deletion(knownCallers, knownCallers.number, "knownCallers"),
    ...deletion(blockedCallers, blockedCallers.number, "blockedCallers"),
    ...deletion(actions, actions.id, "actions"),
    ...deletion(templates, templates.id, "templates"),
    ...deletion(greetings, greetings.id, "greetings"),
    ...deletion(people, people.id, "people"),
    ...deletion(schedules, schedules.id, "schedules"),
    ...deletion(phoneNumbers, phoneNumbers.number, "phoneNumbers"),
  ];
};
