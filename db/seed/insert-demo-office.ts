import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Database } from "@/db/client";
import { insertAction } from "@/db/queries/actions/insert-action";
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
  staffUsers,
} from "@/db/schema";
import { actions, type DemoActionKey } from "./demo-actions";
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
    db.insert(staffUsers).values({ ...owner, role: "owner" }),
    ...entries(demoSchedules).flatMap(([key, schedule]) => insertSchedule(db, scheduleIds[key], schedule)),
    ...entries(office.people).flatMap(([key, person]) => insertPerson(db, personIds[key], person)),
    db
      .insert(phoneNumbers)
      .values(entries(office.lines).map(([key, line]) => ({ id: lineIds[key], ...line }))),
    ...(await insertActions(db, actionIds, personIds)),
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

async function insertActions(
  db: Database,
  actionIds: Record<DemoActionKey, string>,
  personIds: Record<keyof typeof office.people, string>,
): Promise<BatchItem<"pg">[]> {
  const statements: BatchItem<"pg">[] = [];
  for (const [key, { name, template, values }] of entries(actions)) {
    const found = await findBuiltInTemplate(db, template);
    if (!found) throw new Error(`The template “${template}” is missing: run the migrations first.`);
    const given = values({
      action: (target) => ({ actionId: actionIds[target] }),
      person: (person) => ({ personId: personIds[person] }),
    });
    statements.push(...insertAction(db, { id: actionIds[key], name, template: found, values: given }));
  }
  return statements;
}
