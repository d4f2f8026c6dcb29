import { eq, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/pg-core";
import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { actions, callEvents, calls, configurations, firmSettings, phoneNumbers } from "@/db/schema";
import type { CallSoFar, Firm, Line, StepSetup } from "@/lib/call/setup";
import { type ActionJson, actionFromJson } from "./action-from-json";
import { actionsAsJson } from "./action-json";
import { firmAsJson, lineAsJson } from "./firm-json";
import { runStatic, staticStatement } from "./static-statement";

const refusedBy = sql`(
  select json_agg(${callEvents.detail} ->> 'number') from ${callEvents}
  where ${callEvents.callSid} = ${sql.placeholder("callSid")}
    and ${callEvents.kind} = 'screened' and ${callEvents.detail} ->> 'isTaken' = 'false'
)`;

const soFar = sql`(
  select json_build_object(
    'from', ${calls.fromNumber}, 'fromName', ${calls.fromName}, 'refusedBy', coalesce(${refusedBy}, '[]'),
    'spokenNameUrl', ${calls.spokenNameUrl}
  )
  from ${calls} where ${calls.sid} = ${sql.placeholder("callSid")}
)`;

interface StepSetupJson {
  firm: Firm;
  line: Line | null;
  actions: ActionJson[] | null;
  soFar: CallSoFar | null;
}

const statement = staticStatement(
  new QueryBuilder()
    .select({
      setup: sql`json_build_object(
        'firm', ${firmAsJson}, 'line', ${lineAsJson}, 'soFar', ${soFar},
        'actions', ${actionsAsJson(sql`${actions.id} = ${sql.placeholder("actionId")}::uuid`)}
      )`.as("setup"),
    })
    .from(firmSettings)
    .leftJoin(configurations, eq(configurations.id, sql`${sql.placeholder("configurationId")}::uuid`))
    .leftJoin(phoneNumbers, eq(phoneNumbers.id, configurations.phoneNumberId))
    .toSQL(),
);

export interface FoundStep {
  setup: StepSetup;
  /** Null when the call's first record was lost, or has not been written yet. */
  soFar: CallSoFar | null;
}

/** Everything that a later step of a call needs, in one statement and one row: exactly one action is looked up. */
export async function findStepSetup(
  db: Database,
  {
    at,
    ...step
  }: { configurationId: string; actionId: string | null; callSid: string; at: Temporal.Instant },
): Promise<FoundStep> {
  const [row] = await runStatic(db, statement, { ...step, today: at.toString().slice(0, 10) });
  if (!row) throw new Error("The row of firm_settings is missing: the database has not been migrated.");
  const { firm, line, actions: found, soFar } = row.setup as StepSetupJson;
  return { setup: { firm, line, action: found?.[0] ? actionFromJson(found[0]) : null }, soFar };
}
