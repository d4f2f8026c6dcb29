import { and, eq, ilike, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actions, configurations, phoneNumbers, schedules } from "@/db/schema";
import { anywhere } from "../lists/list-request";

/** What a configuration brings together, by the name of its kind. */
export const choiceKinds = ["phoneNumber", "schedule", "action"] as const;
export type ChoiceKind = (typeof choiceKinds)[number];

/** One of the numbers, schedules or actions to choose from. */
export interface Choice {
  id: string;
  name: string;
  /** E.164, of a phone number. */
  number: string | null;
  /** IANA name: of a schedule, or of the one that a phone number is answered by now. */
  timeZone: string | null;
}

export interface Choices {
  /** In the order of the names. */
  choices: Choice[];
  /** How many match in all. */
  total: number;
}

/** As many as a plain list still shows well: beyond that one searches. */
export const mostChoices = 40;

/**
 * The rows that a plain list shows, by name, and whether they are all there are.
 *
 * @param rows of a query for one more than `mostChoices`.
 */
export const firstChoices = <Row extends { name: string }>(
  rows: readonly Row[],
): { shown: Row[]; isAll: boolean } => ({
  shown: rows
    .slice(0, mostChoices)
    .sort((one, other) => one.name.localeCompare(other.name, "en", { numeric: true })),
  isAll: rows.length <= mostChoices,
});

interface Wanted {
  kind: ChoiceKind;
  /** A part of the name or of the number; empty for any. */
  search?: string;
  /** These are among the choices, however many there are. */
  chosenIds?: readonly string[];
}

/** The first choices in the order of their names, and how many there are, in one statement. Numbers that are gone are none. */
export async function listChoices(
  db: Database,
  { kind, search = "", chosenIds = [] }: Wanted,
): Promise<Choices> {
  const rows = await selectChoices[kind](db, { search, chosenIds });
  const choices = rows.map(({ total: _, ...choice }) => choice);
  return {
    choices: choices.toSorted((one, other) => one.name.localeCompare(other.name, "en")),
    total: rows[0]?.total ?? 0,
  };
}

type Select = (
  db: Database,
  wanted: Required<Omit<Wanted, "kind">>,
) => Promise<(Choice & { total: number })[]>;

const total = sql<number>`(count(*) over ())::int`;
const nothing = sql<null>`null`;

const isAmong = (id: SQL, ids: readonly string[]): SQL =>
  sql`${id} in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`;

const selectChoices: Record<ChoiceKind, Select> = {
  phoneNumber: (db, { search, chosenIds }) => {
    const isChosen = isAmong(sql`${phoneNumbers.id}`, chosenIds);
    const digits = search.replace(/\D/g, "");
    return db
      .select({
        id: phoneNumbers.id,
        name: phoneNumbers.friendlyName,
        number: sql<string | null>`${phoneNumbers.number}`,
        timeZone: schedules.timeZone,
        total,
      })
      .from(phoneNumbers)
      .leftJoin(
        configurations,
        and(eq(configurations.phoneNumberId, phoneNumbers.id), configurations.isActive),
      )
      .leftJoin(schedules, eq(schedules.id, configurations.scheduleId))
      .where(
        or(
          isChosen,
          and(
            isNull(phoneNumbers.goneSince),
            or(
              ilike(phoneNumbers.friendlyName, anywhere(search)),
              digits ? ilike(phoneNumbers.number, anywhere(digits)) : undefined,
            ),
          ),
        ),
      )
      .orderBy(sql`${isChosen} desc`, sql`lower(${phoneNumbers.friendlyName})`, phoneNumbers.number)
      .limit(mostChoices);
  },
  schedule: (db, { search, chosenIds }) => {
    const isChosen = isAmong(sql`${schedules.id}`, chosenIds);
    return db
      .select({
        id: schedules.id,
        name: schedules.name,
        number: nothing,
        timeZone: sql<string | null>`${schedules.timeZone}`,
        total,
      })
      .from(schedules)
      .where(or(isChosen, ilike(schedules.name, anywhere(search))))
      .orderBy(sql`${isChosen} desc`, sql`lower(${schedules.name})`, schedules.id)
      .limit(mostChoices);
  },
  action: (db, { search, chosenIds }) => {
    const isChosen = isAmong(sql`${actions.id}`, chosenIds);
    return db
      .select({ id: actions.id, name: actions.name, number: nothing, timeZone: nothing, total })
      .from(actions)
      .where(or(isChosen, ilike(actions.name, anywhere(search))))
      .orderBy(sql`${isChosen} desc`, sql`lower(${actions.name})`, actions.id)
      .limit(mostChoices);
  },
};
