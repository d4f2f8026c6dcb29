import { and, eq, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/pg-core";
import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { blockedCallers, configurations, firmSettings, phoneNumbers, schedules } from "@/db/schema";
import type { Firm, Line, LineSetup } from "@/lib/call/setup";
import { type ConfigurationJson, configurationAsJson, configurationFromJson } from "./configuration-json";
import { firmAsJson, lineAsJson } from "./firm-json";
import { runStatic, staticStatement } from "./static-statement";

const isCallerBlocked = sql`exists (
  select from ${blockedCallers} where ${blockedCallers.number} = ${sql.placeholder("caller")}
)`;

interface LineSetupJson {
  firm: Firm;
  line: Line | null;
  isCallerBlocked: boolean;
  configuration: ConfigurationJson | null;
}

const statement = staticStatement(
  new QueryBuilder()
    .select({
      setup: sql`json_build_object(
        'firm', ${firmAsJson}, 'line', ${lineAsJson},
        'isCallerBlocked', ${isCallerBlocked}, 'configuration', ${configurationAsJson}
      )`.as("setup"),
    })
    .from(firmSettings)
    .leftJoin(phoneNumbers, eq(phoneNumbers.number, sql.placeholder("called")))
    .leftJoin(configurations, and(eq(configurations.phoneNumberId, phoneNumbers.id), configurations.isActive))
    .leftJoin(schedules, eq(schedules.id, configurations.scheduleId))
    .toSQL(),
);

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
  const today = at.toString().slice(0, 10);
  const [row] = await runStatic(db, statement, { called, caller, today });
  if (!row) throw new Error("The row of firm_settings is missing: the database has not been migrated.");
  const { firm, line, configuration, isCallerBlocked } = row.setup as LineSetupJson;
  return {
    isCallerBlocked,
    setup: { firm, line, configuration: configuration && configurationFromJson(configuration) },
  };
}
