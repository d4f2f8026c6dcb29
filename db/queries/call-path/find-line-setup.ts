import { and, eq, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { blockedCallers, configurations, firmSettings, phoneNumbers, schedules } from "@/db/schema";
import type { Firm, Line, LineSetup } from "@/lib/call/setup";
import { type ConfigurationJson, configurationAsJson, configurationFromJson } from "./configuration-json";
import { firmAsJson, lineAsJson } from "./firm-json";

const isCallerBlocked = sql`exists (
  select from ${blockedCallers} where ${blockedCallers.number} = ${sql.placeholder("caller")}
)`;

interface LineSetupJson {
  firm: Firm;
  line: Line | null;
  isCallerBlocked: boolean;
  configuration: ConfigurationJson | null;
}

/** Built once for each connection: building it again for each call took longer than running it. */
const prepare = (db: Database) =>
  db
    .select({
      setup: sql<LineSetupJson>`json_build_object(
        'firm', ${firmAsJson}, 'line', ${lineAsJson},
        'isCallerBlocked', ${isCallerBlocked}, 'configuration', ${configurationAsJson}
      )`,
    })
    .from(firmSettings)
    .leftJoin(phoneNumbers, eq(phoneNumbers.number, sql.placeholder("called")))
    .leftJoin(configurations, and(eq(configurations.phoneNumberId, phoneNumbers.id), configurations.isActive))
    .leftJoin(schedules, eq(schedules.id, configurations.scheduleId))
    .prepare("find_line_setup");

const prepared = new WeakMap<Database, ReturnType<typeof prepare>>();

export interface FoundLine {
  setup: LineSetup;
  isCallerBlocked: boolean;
}

/**
 * Everything that deciding and answering a call needs, in one statement and one row. Its cost does not grow with the
 * number of configurations: each step of it goes by an index.
 *
 * @param called the number called, E.164.
 * @param caller as the block list names them: a number, or "anonymous".
 */
export async function findLineSetup(
  db: Database,
  { called, caller, at }: { called: string; caller: string; at: Temporal.Instant },
): Promise<FoundLine> {
  let statement = prepared.get(db);
  if (!statement) {
    statement = prepare(db);
    prepared.set(db, statement);
  }
  const today = at.toString().slice(0, 10);
  const [row] = await statement.execute({ called, caller, today });
  if (!row) throw new Error("The row of firm_settings is missing: the database has not been migrated.");
  const { firm, line, configuration, isCallerBlocked } = row.setup;
  return {
    isCallerBlocked,
    setup: { firm, line, configuration: configuration && configurationFromJson(configuration) },
  };
}
