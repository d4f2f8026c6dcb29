import { eq, type SQL, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/pg-core";
import type { Temporal } from "temporal-polyfill";
import type { HasClient } from "@/db/neon-client";
import { actions } from "@/db/schema/actions";
import { callEvents, calls } from "@/db/schema/calls";
import { configurations } from "@/db/schema/configurations";
import { firmSettings } from "@/db/schema/firm-settings";
import { phoneNumbers } from "@/db/schema/phone-numbers";
import type { CallSoFar, Firm, Line, Reached, StepSetup, Wanted } from "@/lib/call/setup";
import { type ActionJson, actionFromJson } from "./action-from-json";
import { actionsAsJson } from "./action-json";
import { firmAsJson, lineAsJson } from "./firm-json";
import { type ReachedJson, reachedAsJson, reachedFromJson, wantedValues } from "./reached-json";
import { runStatic, staticStatement } from "./static-statement";

/** Something of each of the call's steps of a kind. */
const ofSteps = (what: SQL, steps: SQL): SQL => sql`(
  select coalesce(json_agg(${what}), '[]') from ${callEvents}
  where ${callEvents.callSid} = ${sql.placeholder("callSid")} and ${steps}
)`;

const refusedBy = ofSteps(
  sql`${callEvents.detail} ->> 'number'`,
  sql`${callEvents.kind} = 'screened' and ${callEvents.detail} ->> 'isTaken' = 'false'`,
);
const asked = ofSteps(sql`${callEvents.stepKey}`, sql`${callEvents.kind} = 'screen'`);
const legs = ofSteps(
  sql`array[${callEvents.detail} ->> 'legSid', ${callEvents.detail} ->> 'number']`,
  sql`${callEvents.kind} = 'screen'`,
);

const soFar = sql`(
  select json_build_object(
    'from', ${calls.fromNumber}, 'fromName', ${calls.fromName}, 'refusedBy', ${refusedBy},
    'asked', ${asked}, 'legs', ${legs}, 'spokenNameUrl', ${calls.spokenNameUrl}
  )
  from ${calls} where ${calls.sid} = ${sql.placeholder("callSid")}
)`;

interface StepSetupJson {
  firm: Firm;
  line: Line | null;
  actions: ActionJson[] | null;
  soFar: CallSoFar | null;
  reached: ReachedJson;
}

const statement = staticStatement(
  new QueryBuilder()
    .select({
      setup: sql`json_build_object(
        'firm', ${firmAsJson}, 'line', ${lineAsJson}, 'soFar', ${soFar}, 'reached', ${reachedAsJson},
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
  /** Null when the database is away. */
  reached: Reached | null;
}

/** Everything that a later step of a call needs, in one statement and one row: exactly one action is looked up. */
export async function findStepSetup(
  db: HasClient,
  step: {
    configurationId: string;
    actionId: string | null;
    callSid: string;
    wanted?: Wanted | null;
    at: Temporal.Instant;
  },
): Promise<FoundStep> {
  const { wanted = null, at, ...ids } = step;
  const today = at.toString().slice(0, 10);
  const [row] = await runStatic(db, statement, { ...ids, today, ...wantedValues(wanted) });
  if (!row) throw new Error("The row of firm_settings is missing: the database has not been migrated.");
  const { firm, line, actions: found, soFar, reached } = row.setup as StepSetupJson;
  return {
    setup: { firm, line, action: found?.[0] ? actionFromJson(found[0]) : null },
    soFar,
    reached: reachedFromJson(reached),
  };
}
