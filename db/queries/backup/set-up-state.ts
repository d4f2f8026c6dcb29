import { type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Database } from "@/db/client";
import { refuseUnless } from "@/db/queries/writes/refuse-unless";
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
  templateParameters,
  templates,
} from "@/db/schema";

/** Every table of the set-up. Sounds never change: the recordings say which of them are heard. */
const tables = [
  firmSettings,
  phoneNumbers,
  schedules,
  scheduleWindows,
  scheduleExceptions,
  scheduleExceptionWindows,
  scheduleOverrides,
  greetings,
  greetingRecordings,
  templates,
  templateParameters,
  people,
  personPhones,
  actions,
  actionParameters,
  actionPeople,
  actionTargets,
  actionGreetings,
  configurations,
  knownCallers,
  blockedCallers,
];

/** What Twilio says of a number is no part of the set-up, and is written while nobody looks. */
const rowsOf = (table: (typeof tables)[number]): SQL =>
  table === phoneNumbers
    ? sql`(select ${phoneNumbers.number}, ${phoneNumbers.friendlyName}, ${phoneNumbers.twilioSid}, ${phoneNumbers.goneSince},
        ${phoneNumbers.isTestNumber} from ${phoneNumbers})`
    : sql`${table}`;

/** A fingerprint of all rows of the set-up as they stand: another one means that somebody has changed something. */
export const setUpState: SQL<string> = sql<string>`md5(${sql.join(
  tables.map(
    (table) =>
      sql`(select md5(coalesce(string_agg(md5(kept::text), '' order by md5(kept::text)), '')) from ${rowsOf(table)} as kept)`,
  ),
  sql` || `,
)})`;

/** The refusal of a batch that was made for another state. */
export const setUpHasChanged = "set_up_has_changed";

/**
 * The statements that a write of the whole set-up begins with: nobody else writes until it ends, calls read on, and it
 * ends at once when the state is not the one that it was made for.
 */
export const holdSetUp = (db: Database, state: string): [BatchItem<"pg">, ...BatchItem<"pg">[]] => [
  db.execute(
    sql`lock table ${sql.join(
      tables.map((table) => sql`${table}`),
      sql`, `,
    )} in share row exclusive mode`,
  ),
  refuseUnless(db, sql`${setUpState} = ${state}`, setUpHasChanged),
];
