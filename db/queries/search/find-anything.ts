import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { anywhere } from "@/db/queries/lists/list-request";
import {
  actions,
  blockedCallers,
  configurations,
  greetings,
  knownCallers,
  people,
  personPhones,
  phoneNumbers,
  schedules,
  staffUsers,
  templates,
} from "@/db/schema";

/** The kinds of thing that can be found by name or number. */
export const findableKinds = [
  "phoneNumber",
  "configuration",
  "schedule",
  "action",
  "greeting",
  "person",
  "template",
  "knownCaller",
  "blockedCaller",
  "staffUser",
] as const;

export type FindableKind = (typeof findableKinds)[number];

export interface Found {
  kind: FindableKind;
  id: string;
  name: string;
  /** E.164, an extension or an address, where it has one. */
  detail: string | null;
}

const mostOfEach = 5;

/**
 * The first few of each kind whose name or number holds the text, in one statement. Digits are found whatever is typed
 * between them.
 */
export async function findAnything(
  db: Database,
  { search, kinds }: { search: string; kinds: readonly FindableKind[] },
): Promise<Found[]> {
  const parts = kinds.map((kind) => sql`(${partFor(kind, search)})`);
  if (parts.length === 0) return [];
  const { rows } = await db.execute<Found & Record<string, unknown>>(sql.join(parts, sql` union all `));
  return rows;
}

function partFor(kind: FindableKind, search: string): SQL {
  const text = anywhere(search);
  const digits = search.replace(/\D/g, "");
  const holds = (column: AnyPgColumn) => sql`${column} ilike ${text}`;
  const holdsDigits = (column: AnyPgColumn) =>
    digits.length >= 2 ? sql`${column} like ${`%${digits}%`}` : sql`false`;
  const part = (table: PgTable & { id: AnyPgColumn }, name: AnyPgColumn, detail: SQL, where: SQL) => sql`
    select ${kind}::text as kind, ${table.id} as id, ${name} as name, ${detail} as detail
    from ${table} where ${where} order by lower(${name}) limit ${mostOfEach}
  `;
  const named = (table: PgTable & { id: AnyPgColumn }, name: AnyPgColumn) =>
    part(table, name, sql`null::text`, holds(name));
  switch (kind) {
    case "phoneNumber": {
      const { friendlyName, number } = phoneNumbers;
      return part(
        phoneNumbers,
        friendlyName,
        sql`${number}`,
        sql`${holds(friendlyName)} or ${holdsDigits(number)}`,
      );
    }
    case "configuration":
      return named(configurations, configurations.name);
    case "schedule":
      return named(schedules, schedules.name);
    case "action":
      return named(actions, actions.name);
    case "greeting":
      return named(greetings, greetings.name);
    case "template":
      return named(templates, templates.name);
    case "person": {
      const hasPhone = sql`exists (
        select from ${personPhones} where ${personPhones.personId} = ${people.id} and ${holdsDigits(personPhones.number)}
      )`;
      const isExtension = sql`${people.extension} = ${search}`;
      return part(
        people,
        people.name,
        sql`${people.extension}`,
        sql`${holds(people.name)} or ${isExtension} or ${hasPhone}`,
      );
    }
    case "knownCaller": {
      const { name, number, note } = knownCallers;
      return part(
        knownCallers,
        name,
        sql`${number}`,
        sql`${holds(name)} or ${holds(note)} or ${holdsDigits(number)}`,
      );
    }
    case "blockedCaller": {
      const { number, note } = blockedCallers;
      return part(
        blockedCallers,
        number,
        sql`${note}`,
        sql`${holds(note)} or ${holds(number)} or ${holdsDigits(number)}`,
      );
    }
    case "staffUser": {
      const { name, email } = staffUsers;
      return part(staffUsers, name, sql`${email}`, sql`${holds(name)} or ${holds(email)}`);
    }
  }
}
