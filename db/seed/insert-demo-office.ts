import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { insertAction } from "@/db/queries/actions/insert-action";
import { insertGreeting } from "@/db/queries/greetings/write-greeting";
import { findBuiltInTemplate } from "@/db/queries/templates/find-built-in-template";
import {
  configurations,
  firmSettings,
  people,
  personPhones,
  phoneNumbers,
  scheduleExceptions,
  scheduleExceptionWindows,
  schedules,
  scheduleWindows,
  sounds,
  staffUsers,
} from "@/db/schema";
import { actions, type DemoActionKey } from "./demo-actions";
import { demoChime } from "./demo-chime";
import * as office from "./demo-office";

export interface DemoOwner {
  email: string;
  name: string;
  /** Argon2id, PHC string format. */
  passwordHash: string;
}

/** A new id for each key, known before anything is written, so that one batch can write it all. */
const idsFor = <Key extends string>(keys: Record<Key, unknown>): Record<Key, string> =>
  Object.fromEntries(Object.keys(keys).map((key) => [key, randomUUID()])) as Record<Key, string>;

/** Writes the whole demo office in one batch: all of it, or nothing. */
export async function insertDemoOffice(db: Database, owner: DemoOwner, year: number): Promise<void> {
  const demoSchedules = office.schedules(year);
  const scheduleIds = idsFor(demoSchedules);
  const personIds = idsFor(office.people);
  const lineIds = idsFor(office.lines);
  const actionIds = idsFor(actions);
  const greetingIds = idsFor(office.greetings);
  const ownerId = randomUUID();
  const configuration = (
    name: string,
    line: keyof typeof office.lines,
    openAction: DemoActionKey,
    closedAction: DemoActionKey,
    isActive = true,
  ): typeof configurations.$inferInsert => ({
    name,
    phoneNumberId: lineIds[line],
    scheduleId: scheduleIds[line],
    openActionId: actionIds[openAction],
    closedActionId: actionIds[closedAction],
    isActive,
  });
  await db.batch([
    db.update(firmSettings).set(office.firm).where(eq(firmSettings.id, 1)),
    db.insert(staffUsers).values({ id: ownerId, ...owner, role: "owner" }),
    ...entries(demoSchedules).flatMap(([key, schedule]) => insertSchedule(db, scheduleIds[key], schedule)),
    ...entries(office.people).flatMap(([key, person]) => insertPerson(db, personIds[key], person)),
    db
      .insert(phoneNumbers)
      .values(entries(office.lines).map(([key, line]) => ({ id: lineIds[key], ...line }))),
    ...entries(office.greetings).flatMap(([key, greeting]) =>
      insertDemoGreeting(db, { id: greetingIds[key], ownerId, greeting, year }),
    ),
    ...(await insertActions(db, { actionIds, personIds, greetingIds })),
    db
      .insert(configurations)
      .values([
        configuration("New York", "newYork", "team", "afterHours"),
        configuration("London", "london", "chloe", "londonMessage"),
        configuration("Sydney site desk", "sydney", "siteDesk", "sameAsAfterHours"),
        configuration("New York, moving day", "newYork", "chime", "goodbye", false),
      ]),
  ]);
}

const entries = <Key extends string, Value>(record: Record<Key, Value>) =>
  Object.entries(record) as [Key, Value][];

function insertSchedule(
  db: Database,
  id: string,
  { windows, exceptions, ...schedule }: office.DemoSchedule,
): BatchItem<"pg">[] {
  return [
    db.insert(schedules).values({ id, ...schedule }),
    db.insert(scheduleWindows).values(windows.map((window) => ({ scheduleId: id, ...window }))),
    ...exceptions.flatMap(({ windows: own, ...exception }) => {
      const exceptionId = randomUUID();
      const insert = db.insert(scheduleExceptions).values({ id: exceptionId, scheduleId: id, ...exception });
      if (own.length === 0) return [insert];
      return [
        insert,
        db.insert(scheduleExceptionWindows).values(own.map((window) => ({ exceptionId, ...window }))),
      ];
    }),
  ];
}

function insertPerson(
  db: Database,
  id: string,
  { phones, ...person }: (typeof office.people)[keyof typeof office.people],
): BatchItem<"pg">[] {
  return [
    db.insert(people).values({ id, ...person }),
    db
      .insert(personPhones)
      .values(phones.map(([label, number], position) => ({ personId: id, label, number, position }))),
  ];
}

function insertDemoGreeting(
  db: Database,
  {
    id,
    ownerId,
    greeting: { name, fileName, dated },
    year,
  }: { id: string; ownerId: string; greeting: (typeof office.greetings)["chime"]; year: number },
): BatchItem<"pg">[] {
  const made = {
    standing: { id: randomUUID(), fileName, ...demoChime("standing") },
    festive: { id: randomUUID(), fileName: dated.fileName, ...demoChime("festive") },
  };
  const midnight = (date: string) =>
    Temporal.PlainDate.from(`${year}-${date}`).toZonedDateTime(office.firm.timeZone);
  return [
    db.insert(sounds).values(
      Object.values(made).map((sound) => ({
        ...sound,
        contentType: "audio/wav" as const,
        sizeBytes: sound.bytes.length,
        source: "upload" as const,
        madeById: ownerId,
      })),
    ),
    ...insertGreeting(db, {
      id,
      name,
      recordings: [
        { soundId: made.standing.id, label: "", startsAt: null, endsAt: null },
        {
          soundId: made.festive.id,
          label: dated.label,
          startsAt: midnight(dated.startsOn).toInstant(),
          endsAt: midnight(dated.endsOn).add({ days: 1 }).toInstant(),
        },
      ],
    }),
  ];
}

async function insertActions(
  db: Database,
  {
    actionIds,
    personIds,
    greetingIds,
  }: {
    actionIds: Record<DemoActionKey, string>;
    personIds: Record<keyof typeof office.people, string>;
    greetingIds: Record<keyof typeof office.greetings, string>;
  },
): Promise<BatchItem<"pg">[]> {
  const statements: BatchItem<"pg">[] = [];
  for (const [key, { name, template, values }] of entries(actions)) {
    const found = await findBuiltInTemplate(db, template);
    if (!found) throw new Error(`The template “${template}” is missing: run the migrations first.`);
    const given = values({
      action: (target) => ({ actionId: actionIds[target] }),
      person: (person) => ({ personId: personIds[person] }),
      greeting: (greeting) => ({ greetingId: greetingIds[greeting] }),
    });
    statements.push(...insertAction(db, { id: actionIds[key], name, template: found, values: given }));
  }
  return statements;
}
