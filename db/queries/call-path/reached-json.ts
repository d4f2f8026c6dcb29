import { type SQL, sql } from "drizzle-orm";
import { people, personPhones } from "@/db/schema/people";
import type { ListedPerson, Reached, Wanted } from "@/lib/call/setup";
import { type PersonJson, personFromJson } from "./action-from-json";
import { dutyAsJson, phonesOfPerson } from "./action-json";
import { epochMilliseconds } from "./epoch-milliseconds";
import { givenToday } from "./schedule-json";

const isWanted = sql`(
  ${people.id} = any(${sql.placeholder("personIds")}::uuid[])
  or ${people.extension} = ${sql.placeholder("extension")}
)`;

const wantedPeople = sql`(
  select json_agg(json_build_object(
    'id', ${people.id}, 'personId', ${people.id}, 'name', ${people.name},
    'awayUntil', ${epochMilliseconds(people.awayUntil)}, 'duty', ${dutyAsJson(givenToday)},
    'number', null, 'numbers', ${phonesOfPerson}, 'ringSeconds', null, 'lastTookAt', null
  ))
  from ${people} where ${isWanted}
)`;

/** Names alone, and only where they are asked for: a thousand of them are some 60 kB. */
const directory = sql`case when ${sql.placeholder("isDirectoryWanted")}::boolean then (
  select json_agg(json_build_object('id', ${people.id}, 'name', ${people.name}) order by lower(${people.name}), ${people.id})
  from ${people} where exists (
    select from ${personPhones} where ${personPhones.personId} = ${people.id} and ${personPhones.isRung}
  )
) end`;

/** Whom a step has reached. Wants the placeholders of `wantedValues`, and `today`. */
export const reachedAsJson: SQL = sql`json_build_object('people', ${wantedPeople}, 'directory', ${directory})`;

export const wantedValues = (wanted: Wanted | null) => ({
  personIds: `{${wanted?.personIds.join(",") ?? ""}}`,
  extension: wanted?.extension ?? null,
  isDirectoryWanted: wanted?.isDirectoryWanted ?? false,
});

export interface ReachedJson {
  people: (ListedPerson & PersonJson)[] | null;
  directory: ListedPerson[] | null;
}

export const reachedFromJson = ({ people: found, directory: listed }: ReachedJson): Reached => ({
  people: (found ?? []).map((person) => ({
    ...personFromJson(person),
    id: person.id,
    name: person.name,
  })),
  directory: listed ?? [],
});
