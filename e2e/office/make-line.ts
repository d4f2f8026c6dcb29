import { randomInt, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { insertAction } from "@/db/queries/actions/insert-action";
import type { NewActionValue } from "@/db/queries/actions/insert-action-values";
import { findBuiltInTemplate } from "@/db/queries/templates/find-built-in-template";
import {
  configurations,
  people,
  personPhones,
  phoneNumbers,
  scheduleExceptions,
  scheduleExceptionWindows,
  scheduleOverrides,
  schedules,
  scheduleWindows,
} from "@/db/schema";
import type { WeeklyWindow, Window } from "@/lib/schedule/types";

const possibleNumbers = 8_000_000;
/** Of no factor in common with how many there are, so that every number comes once before any comes again. */
const stride = 3_141_593;
let latest = randomInt(possibleNumbers);

/** A number that nobody else in this process's database has, however many there are: the area code 555 is nobody's. */
export function anyNumber(): string {
  latest = (latest + stride) % possibleNumbers;
  return `+1555${2_000_000 + latest}`;
}

const anyName = (what: string): string => `${what} ${randomUUID().slice(0, 8)}`;

export async function makeAction(
  db: Database,
  template: string,
  values: Record<string, NewActionValue> = {},
): Promise<{ id: string; name: string }> {
  const found = await findBuiltInTemplate(db, template);
  if (!found) throw new Error(`No template ships under “${template}”.`);
  const action = { id: randomUUID(), name: anyName(template) };
  await db.batch(insertAction(db, { ...action, template: found, values }));
  return action;
}

/** An action that says a text, and hangs up. */
export const makeSaying = (db: Database, message: string) =>
  makeAction(db, "say", { text: { value: message } });

export async function makePerson(
  db: Database,
  name: string,
  given: { numbers?: string[] } & Partial<
    Pick<typeof people.$inferInsert, "awayUntil" | "extension" | "email" | "isToldByEmail" | "isToldByText">
  > = {},
): Promise<{ id: string; name: string; numbers: string[] }> {
  const id = randomUUID();
  const { numbers = [anyNumber()], ...more } = given;
  await db.batch([
    db.insert(people).values({ id, name, ...more }),
    db.insert(personPhones).values(
      numbers.map((number, position) => ({
        personId: id,
        label: `Phone ${position + 1}`,
        number,
        position,
      })),
    ),
  ]);
  return { id, name, numbers };
}

export interface GivenSchedule {
  timeZone?: string;
  windows?: WeeklyWindow[];
  exceptions?: { startsOn: string; endsOn: string; label: string; windows?: Window[] }[];
  override?: { isOpen: boolean; until?: Date; reason: string; setByName: string };
}

/** Open at every minute of every day. */
const alwaysOpen: WeeklyWindow[] = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({
  weekday,
  opensAt: "00:00",
  closesAt: "24:00",
}));

export async function makeSchedule(db: Database, given: GivenSchedule = {}): Promise<string> {
  const id = randomUUID();
  const { windows = alwaysOpen, exceptions = [], override } = given;
  await db
    .insert(schedules)
    .values({ id, name: anyName("Hours"), timeZone: given.timeZone ?? "America/New_York" });
  if (windows.length > 0)
    await db.insert(scheduleWindows).values(windows.map((window) => ({ ...window, scheduleId: id })));
  for (const { windows: own = [], ...exception } of exceptions) {
    const exceptionId = randomUUID();
    await db.insert(scheduleExceptions).values({ id: exceptionId, scheduleId: id, ...exception });
    if (own.length > 0) {
      await db.insert(scheduleExceptionWindows).values(own.map((window) => ({ ...window, exceptionId })));
    }
  }
  if (override) await db.insert(scheduleOverrides).values({ scheduleId: id, ...override });
  return id;
}

export interface GivenLine {
  /** Begins the number's name, for a place of its own in a list. */
  called?: string;
  schedule?: GivenSchedule;
  openActionId?: string;
  closedActionId?: string;
  isActive?: boolean;
  takesKnownCallersOnly?: boolean;
}

export interface MadeLine {
  number: string;
  name: string;
  phoneNumberId: string;
  configurationId: string;
  scheduleId: string;
}

/** A number with a configuration: says "We are open" or "We are closed" where nothing else is asked for. */
export async function makeLine(db: Database, given: GivenLine = {}): Promise<MadeLine> {
  const line = {
    phoneNumberId: randomUUID(),
    configurationId: randomUUID(),
    number: anyNumber(),
    name: anyName(given.called ?? "Line"),
  };
  const scheduleId = await makeSchedule(db, given.schedule);
  const openActionId = given.openActionId ?? (await makeSaying(db, "We are open.")).id;
  const closedActionId = given.closedActionId ?? (await makeSaying(db, "We are closed.")).id;
  await db.batch([
    db.insert(phoneNumbers).values({ id: line.phoneNumberId, number: line.number, friendlyName: line.name }),
    db.insert(configurations).values({
      id: line.configurationId,
      name: anyName("Configuration"),
      phoneNumberId: line.phoneNumberId,
      scheduleId,
      openActionId,
      closedActionId,
      isActive: given.isActive ?? true,
      takesKnownCallersOnly: given.takesKnownCallersOnly ?? false,
    }),
  ]);
  return { ...line, scheduleId };
}

export async function deactivate(db: Database, configurationId: string): Promise<void> {
  await db.update(configurations).set({ isActive: false }).where(eq(configurations.id, configurationId));
}
