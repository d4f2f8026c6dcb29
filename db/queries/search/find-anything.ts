import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { anywhere } from "@/db/queries/lists/list-request";
import {
  actions,
  blockedCallers,
  configurations,
  greetings,
  invitations,
  knownCallers,
  people,
  personPhones,
  phoneNumbers,
  schedules,
  staffUsers,
  templates,
} from "@/db/schema";
import { isAtLeast, type StaffRole } from "@/lib/auth/roles";
import { callsFound, voicemailsFound } from "./find-in-log";

/** The kinds of thing that can be found by name or number, in the order they are shown, with who may find them. */
export const findableBy = {
  phoneNumber: "staff",
  configuration: "staff",
  schedule: "staff",
  action: "staff",
  greeting: "staff",
  person: "staff",
  template: "staff",
  knownCaller: "manager",
  blockedCaller: "manager",
  staffUser: "owner",
  invitation: "owner",
  voicemail: "staff",
  call: "staff",
} as const satisfies Record<string, StaffRole>;

export type FindableKind = keyof typeof findableBy;

export interface Found {
  kind: FindableKind;
  id: string;
  /** Of a call or a voicemail, who called, as Twilio sent it. */
  name: string;
  /** E.164, an extension or an address, where it has one. Of a call or a voicemail, the caller's name. */
  detail: string | null;
  /** Epoch milliseconds, of what happened once: a call, a voicemail. */
  at: number | null;
}

const mostOfEach = 5;

/**
 * The first few of each kind that a role may see whose name or number holds the text, in one statement. Digits are found
 * whatever is typed between them.
 */
export async function findAnything(
  db: Database,
  { search, role }: { search: string; role: StaffRole },
): Promise<Found[]> {
  const kinds = Object.keys(findableBy) as FindableKind[];
  const parts = kinds
    .filter((kind) => isAtLeast(role, findableBy[kind]))
    .map((kind) => sql`(${partFor(kind, search)})`);
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
    select ${kind}::text as kind, ${table.id}::text as id, ${name} as name, ${detail} as detail, null::float8 as at
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
    case "invitation": {
      const { email, acceptedAt } = invitations;
      return part(invitations, email, sql`null::text`, sql`${acceptedAt} is null and ${holds(email)}`);
    }
    case "voicemail":
      return voicemailsFound(search, mostOfEach);
    case "call":
      return callsFound(search, mostOfEach);
  }
}
