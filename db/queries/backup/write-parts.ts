import { randomUUID } from "node:crypto";
import { and, eq, inArray, notInArray, type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { redeclaration } from "@/db/queries/templates/redeclaration";
import {
  actionGreetings,
  actionParameters,
  actionPeople,
  actionTargets,
  greetingRecordings,
  personPhones,
  scheduleExceptions,
  scheduleExceptionWindows,
  scheduleOverrides,
  scheduleWindows,
  templateParameters,
} from "@/db/schema";
import type { Changes } from "@/lib/backup/compare";
import type { ActionValueInFile, Entry } from "@/lib/backup/set-up";
import { inChunks } from "./in-chunks";
import { templateIdOf, touched, written } from "./to-write";

type Statements = BatchItem<"pg">[];

/** Takes the parts from whatever changes or goes: hours, phones, recordings, values. */
export function clearParts(db: Database, changes: Changes): Statements {
  const clear = (table: PgTable, owner: AnyPgColumn, ids: string[]) =>
    inChunks(ids, (some) => db.delete(table).where(inArray(owner, some)));
  const schedules = touched(changes.schedules);
  const actions = touched(changes.actions);
  return [
    ...clear(scheduleWindows, scheduleWindows.scheduleId, schedules),
    ...clear(scheduleExceptions, scheduleExceptions.scheduleId, schedules),
    ...clear(greetingRecordings, greetingRecordings.greetingId, touched(changes.greetings)),
    ...clear(personPhones, personPhones.personId, touched(changes.people)),
    ...clear(actionParameters, actionParameters.actionId, actions),
    ...clear(actionPeople, actionPeople.actionId, actions),
    ...clear(actionTargets, actionTargets.actionId, actions),
    ...clear(actionGreetings, actionGreetings.actionId, actions),
  ];
}

/** Gives their parts to whatever is new or has changed. */
export const writeParts = (db: Database, changes: Changes): Statements => [
  ...writeHours(db, written(changes.schedules)),
  ...writeOverrides(db, changes),
  ...inChunks(
    written(changes.greetings).flatMap(({ id: greetingId, recordings }) =>
      recordings.map(({ label, startsAt, endsAt, sound }) => ({
        greetingId,
        soundId: sound,
        label,
        startsAt: startsAt === null ? null : new Date(startsAt),
        endsAt: endsAt === null ? null : new Date(endsAt),
      })),
    ),
    (some) => db.insert(greetingRecordings).values(some),
  ),
  ...inChunks(
    written(changes.people).flatMap(({ id: personId, phones }) =>
      phones.map((phone, position) => ({ ...phone, personId, position })),
    ),
    (some) => db.insert(personPhones).values(some),
  ),
  ...writeValues(db, written(changes.actions)),
];

function writeHours(db: Database, schedules: readonly Entry<"schedules">[]): Statements {
  const dated = schedules.flatMap(({ id: scheduleId, exceptions }) =>
    exceptions.map((exception) => ({ ...exception, scheduleId, id: randomUUID() })),
  );
  return [
    ...inChunks(
      schedules.flatMap(({ id: scheduleId, windows }) =>
        windows.map((window) => ({ ...window, scheduleId })),
      ),
      (some) => db.insert(scheduleWindows).values(some),
    ),
    ...inChunks(
      dated.map(({ windows: _, ...row }) => row),
      (some) => db.insert(scheduleExceptions).values(some),
    ),
    ...inChunks(
      dated.flatMap(({ id: exceptionId, windows }) => windows.map((window) => ({ ...window, exceptionId }))),
      (some) => db.insert(scheduleExceptionWindows).values(some),
    ),
  ];
}

/** One that stays the same keeps who set it. */
function writeOverrides(db: Database, { schedules: { added, changed } }: Changes): Statements {
  const isOther = ({ before, after }: (typeof changed)[number]) =>
    JSON.stringify(before.override) !== JSON.stringify(after.override);
  const others = changed.filter(isOther);
  const rows = [...added, ...others.map(({ after }) => after)].flatMap(({ id, override }) =>
    override === null
      ? []
      : [
          {
            scheduleId: id,
            isOpen: override.isOpen,
            until: override.until === null ? null : new Date(override.until),
            reason: override.reason,
            setByName: override.setBy,
            setAt: new Date(override.setAt),
          },
        ],
  );
  return [
    ...inChunks(
      others.map(({ before }) => before.id),
      (some) => db.delete(scheduleOverrides).where(inArray(scheduleOverrides.scheduleId, some)),
    ),
    ...inChunks(rows, (some) => db.insert(scheduleOverrides).values(some)),
  ];
}

/** A parameter keeps its id as long as its key stays; what is no longer declared goes. */
export function declareParameters(db: Database, templates: readonly Entry<"templates">[]): Statements {
  const rows = templates.flatMap(({ id: templateId, parameters }) =>
    parameters.map((parameter, position) => ({ ...parameter, position, templateId })),
  );
  return [
    ...templates.map(({ id, parameters }) => {
      const keys = parameters.map(({ key }) => key);
      const isGone = keys.length > 0 ? notInArray(templateParameters.key, keys) : undefined;
      return db.delete(templateParameters).where(and(eq(templateParameters.templateId, id), isGone));
    }),
    ...inChunks(rows, (some) => db.insert(templateParameters).values(some).onConflictDoUpdate(redeclaration)),
  ];
}

function writeValues(db: Database, actions: readonly Entry<"actions">[]): Statements {
  const scalars: (Belonging & { value: typeof actionParameters.$inferInsert.value })[] = [];
  const people: (Belonging & {
    position: number;
    personId?: string;
    number?: string;
    ringSeconds?: number;
  })[] = [];
  const targets: (Belonging & {
    position: number;
    menuKey?: string;
    label?: string;
    targetActionId: string;
  })[] = [];
  const greetings: (Belonging & { greetingId: string })[] = [];
  for (const action of actions) {
    for (const [key, value] of Object.entries(action.values)) {
      const belonging = belongingOf(action, key);
      if (Array.isArray(value)) {
        for (const [position, entry] of (value as Extract<ActionValueInFile, unknown[]>).entries()) {
          if ("action" in entry) {
            const { action: targetActionId, key: menuKey, label } = entry;
            targets.push({ ...belonging, position, menuKey, label, targetActionId });
          } else if ("person" in entry) {
            const { person: personId, ...rest } = entry;
            people.push({ ...belonging, position, personId, ...rest });
          } else people.push({ ...belonging, position, ...entry });
        }
      } else if (typeof value !== "object" || "language" in value) scalars.push({ ...belonging, value });
      else if ("greeting" in value) greetings.push({ ...belonging, greetingId: value.greeting });
      else targets.push({ ...belonging, position: 0, targetActionId: value.action });
    }
  }
  return [
    ...inChunks(scalars, (some) => db.insert(actionParameters).values(some)),
    ...inChunks(people, (some) => db.insert(actionPeople).values(some)),
    ...inChunks(targets, (some) => db.insert(actionTargets).values(some)),
    ...inChunks(greetings, (some) => db.insert(actionGreetings).values(some)),
  ];
}

interface Belonging {
  actionId: string;
  templateId: string | SQL<string>;
  parameterId: SQL<string>;
}

function belongingOf(action: Entry<"actions">, key: string): Belonging {
  const templateId = templateIdOf(action);
  return {
    actionId: action.id,
    templateId,
    parameterId: sql`(select ${templateParameters.id} from ${templateParameters} where ${templateParameters.templateId} = ${templateId} and ${templateParameters.key} = ${key})`,
  };
}
