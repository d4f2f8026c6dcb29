import { asc, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import {
  actionGreetings,
  actionParameters,
  actionPeople,
  actions,
  actionTargets,
  blockedCallers,
  configurations,
  firmSettings,
  greetingRecordings,
  greetings,
  knownCallers,
  people,
  personPhones,
  phoneNumbers,
  scheduleExceptions,
  scheduleExceptionWindows,
  scheduleOverrides,
  schedules,
  scheduleWindows,
  sounds,
  templateParameters,
  templates,
} from "@/db/schema";
import { inOrder, recordingsInOrder } from "@/lib/backup/in-order";
import type { ActionValueInFile, SetUp } from "@/lib/backup/set-up";
import type { Weekday } from "@/lib/schedule/types";
import { setUpState } from "./set-up-state";

/** The whole set-up, and the state of the tables that it was read from. */
export interface StoredSetUp {
  setUp: SetUp;
  state: string;
}

const mostTries = 3;

/**
 * In one request. Its statements see one state, or are asked once more.
 *
 * @throws when somebody goes on changing the set-up all the while.
 */
export async function readSetUp(db: Database): Promise<StoredSetUp> {
  for (let tried = 0; tried < mostTries; tried += 1) {
    const { before, rows, after } = await readRows(db);
    if (before === after) return { setUp: assemble(rows), state: after };
  }
  throw new Error("The set-up changed each time that it was read.");
}

async function readRows(db: Database) {
  const state = () => db.select({ state: setUpState }).from(firmSettings);
  const [before, firm, numbers, ...rest] = await db.batch([
    state(),
    db
      .select({
        name: firmSettings.name,
        country: firmSettings.country,
        timeZone: firmSettings.timeZone,
        voice: firmSettings.voice,
        language: firmSettings.language,
        fallbackNumber: firmSettings.fallbackNumber,
        textBack: firmSettings.textBack,
        keepsCallsDays: firmSettings.keepsCallsDays,
        keepsVoicemailsDays: firmSettings.keepsVoicemailsDays,
      })
      .from(firmSettings),
    db
      .select({
        number: phoneNumbers.number,
        name: phoneNumbers.friendlyName,
        twilioSid: phoneNumbers.twilioSid,
        isTestNumber: phoneNumbers.isTestNumber,
      })
      .from(phoneNumbers),
    db.select({ id: schedules.id, name: schedules.name, timeZone: schedules.timeZone }).from(schedules),
    db.select().from(scheduleWindows),
    db.select().from(scheduleExceptions),
    db.select().from(scheduleExceptionWindows),
    db.select().from(scheduleOverrides),
    db.select({ id: greetings.id, name: greetings.name }).from(greetings),
    db.select().from(greetingRecordings),
    db
      .select({
        id: sounds.id,
        contentType: sounds.contentType,
        durationSeconds: sounds.durationSeconds,
        source: sounds.source,
        fileName: sounds.fileName,
      })
      .from(sounds)
      .where(
        sql`exists (select from ${greetingRecordings} where ${greetingRecordings.soundId} = ${sounds.id})`,
      ),
    db
      .select({
        id: templates.id,
        builtInKey: templates.builtInKey,
        name: templates.name,
        description: templates.description,
        body: templates.body,
      })
      .from(templates),
    db.select().from(templateParameters).orderBy(asc(templateParameters.position)),
    db
      .select({
        id: people.id,
        name: people.name,
        extension: people.extension,
        email: people.email,
        awayUntil: people.awayUntil,
        dutySchedule: people.dutyScheduleId,
        isToldByEmail: people.isToldByEmail,
        isToldByText: people.isToldByText,
      })
      .from(people),
    db.select().from(personPhones).orderBy(asc(personPhones.position)),
    db.select({ id: actions.id, name: actions.name, templateId: actions.templateId }).from(actions),
    db.select().from(actionParameters),
    db.select().from(actionPeople).orderBy(asc(actionPeople.position)),
    db.select().from(actionTargets).orderBy(asc(actionTargets.position)),
    db.select().from(actionGreetings),
    db
      .select({
        id: configurations.id,
        name: configurations.name,
        phoneNumber: phoneNumbers.number,
        schedule: configurations.scheduleId,
        openAction: configurations.openActionId,
        closedAction: configurations.closedActionId,
        takesKnownCallersOnly: configurations.takesKnownCallersOnly,
        isActive: configurations.isActive,
      })
      .from(configurations)
      .innerJoin(phoneNumbers, eq(phoneNumbers.id, configurations.phoneNumberId)),
    db
      .select({
        number: knownCallers.number,
        name: knownCallers.name,
        note: knownCallers.note,
        action: knownCallers.actionId,
      })
      .from(knownCallers),
    db.select({ number: blockedCallers.number, note: blockedCallers.note }).from(blockedCallers),
    state(),
  ]);
  const after = rest.at(-1) as typeof before;
  return { before: before[0]?.state, rows: { firm, numbers, rest }, after: after[0]?.state ?? "" };
}

type Rows = Awaited<ReturnType<typeof readRows>>["rows"];

function assemble({ firm: [firm], numbers, rest }: Rows): SetUp {
  if (!firm) throw new Error("The row of firm_settings is missing: the database has not been migrated.");
  const [
    scheduleRows,
    windows,
    exceptions,
    exceptionWindows,
    overrides,
    greetingRows,
    recordings,
    soundRows,
    ...more
  ] = rest;
  const [templateRows, parameters, peopleRows, phones, actionRows, scalars, rung, targets, played, ...last] =
    more;
  const [configurationRows, known, blocked] = last;
  const hours = ({ opensAt, closesAt }: { opensAt: string; closesAt: string }) => ({
    opensAt: opensAt.slice(0, 5),
    closesAt: closesAt.slice(0, 5),
  });
  const windowsOf = grouped(windows, ({ scheduleId }) => scheduleId);
  const exceptionsOf = grouped(exceptions, ({ scheduleId }) => scheduleId);
  const ownHoursOf = grouped(exceptionWindows, ({ exceptionId }) => exceptionId);
  const overrideOf = new Map(overrides.map((override) => [override.scheduleId, override]));
  const recordingsOf = grouped(recordings, ({ greetingId }) => greetingId);
  const parametersOf = grouped(parameters, ({ templateId }) => templateId);
  const phonesOf = grouped(phones, ({ personId }) => personId);
  const template = new Map(templateRows.map((row) => [row.id, row]));
  const values = valuesOf({ scalars, rung, targets, played });
  return {
    firm,
    phoneNumbers: numbers,
    schedules: scheduleRows.map((row) => {
      const override = overrideOf.get(row.id);
      return inOrder({
        ...row,
        windows: windowsOf(row.id).map(({ weekday, ...rest }) => ({
          weekday: weekday as Weekday,
          ...hours(rest),
        })),
        exceptions: exceptionsOf(row.id).map(({ id, startsOn, endsOn, label }) => ({
          startsOn,
          endsOn,
          label,
          windows: ownHoursOf(id).map(hours),
        })),
        override: override
          ? {
              isOpen: override.isOpen,
              until: override.until?.toISOString() ?? null,
              reason: override.reason,
              setBy: override.setByName,
              setAt: override.setAt.toISOString(),
            }
          : null,
      });
    }),
    greetings: greetingRows.map((row) =>
      recordingsInOrder({
        ...row,
        recordings: recordingsOf(row.id).map(({ label, startsAt, endsAt, soundId }) => ({
          label,
          startsAt: startsAt?.toISOString() ?? null,
          endsAt: endsAt?.toISOString() ?? null,
          sound: soundId,
        })),
      }),
    ),
    templates: templateRows
      .filter(({ builtInKey }) => builtInKey === null)
      .map(({ id, name, description, body }) => ({
        id,
        name,
        description,
        body: body.split("\n"),
        parameters: parametersOf(id).map(({ key, label, help, type, isRequired, defaultValue, bounds }) => ({
          key,
          label,
          help,
          type,
          isRequired,
          defaultValue,
          bounds,
        })),
      })),
    people: peopleRows.map((row) => ({
      ...row,
      awayUntil: row.awayUntil?.toISOString() ?? null,
      phones: phonesOf(row.id).map(({ label, number, isRung }) => ({ label, number, isRung })),
    })),
    actions: actionRows.map(({ id, name, templateId }) => {
      const builtIn = template.get(templateId)?.builtInKey ?? null;
      return {
        id,
        name,
        template: builtIn === null ? { own: templateId } : { builtIn },
        values: Object.fromEntries(
          parametersOf(templateId).flatMap(({ id: parameterId, key }) => {
            const value = values.get(`${id} ${parameterId}`);
            return value === undefined ? [] : [[key, value] as const];
          }),
        ),
      };
    }),
    configurations: configurationRows,
    knownCallers: known,
    blockedCallers: blocked,
    sounds: soundRows,
  };
}

function grouped<Row>(rows: readonly Row[], keyOfRow: (row: Row) => string): (key: string) => Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOfRow(row));
    if (group) group.push(row);
    else groups.set(keyOfRow(row), [row]);
  }
  return (key) => groups.get(key) ?? [];
}

interface ValueRows {
  scalars: (typeof actionParameters.$inferSelect)[];
  rung: (typeof actionPeople.$inferSelect)[];
  targets: (typeof actionTargets.$inferSelect)[];
  played: (typeof actionGreetings.$inferSelect)[];
}

/** Of all actions, by action and parameter. */
function valuesOf({ scalars, rung, targets, played }: ValueRows): Map<string, ActionValueInFile> {
  const place = ({ actionId, parameterId }: { actionId: string; parameterId: string }) =>
    `${actionId} ${parameterId}`;
  const values = new Map<string, ActionValueInFile>();
  for (const row of scalars) values.set(place(row), row.value);
  for (const row of played) values.set(place(row), { greeting: row.greetingId });
  const people = new Map<string, Extract<ActionValueInFile, unknown[]>[number][]>();
  const add = (key: string, entry: Extract<ActionValueInFile, unknown[]>[number]) =>
    people.set(key, [...(people.get(key) ?? []), entry]);
  for (const row of rung) {
    const who = row.personId === null ? { number: row.number ?? "" } : { person: row.personId };
    add(place(row), row.ringSeconds === null ? who : { ...who, ringSeconds: row.ringSeconds });
  }
  for (const row of targets) {
    if (row.menuKey === null) values.set(place(row), { action: row.targetActionId });
    else add(place(row), { key: row.menuKey, label: row.label ?? "", action: row.targetActionId });
  }
  for (const [key, entries] of people) values.set(key, entries as ActionValueInFile);
  return values;
}

/** A sound in base64. Postgres breaks lines at 76 characters (RFC 2045). */
export async function findSoundBytes(db: Database, id: string): Promise<string | null> {
  const [row] = await db
    .select({ bytes: sql<string>`translate(encode(${sounds.bytes}, 'base64'), E'\n', '')` })
    .from(sounds)
    .where(eq(sounds.id, id));
  return row?.bytes ?? null;
}
