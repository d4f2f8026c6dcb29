import { and, eq, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/pg-core";
import type { Temporal } from "temporal-polyfill";
import type { HasClient } from "@/db/neon-client";
import { actions } from "@/db/schema/actions";
import { blockedCallers } from "@/db/schema/blocked-callers";
import { configurations } from "@/db/schema/configurations";
import { firmSettings } from "@/db/schema/firm-settings";
import { knownCallers } from "@/db/schema/known-callers";
import { phoneNumbers } from "@/db/schema/phone-numbers";
import { schedules } from "@/db/schema/schedules";
import type { CallerStanding, Firm, Line, LineSetup } from "@/lib/call/setup";
import { type ActionJson, actionFromJson } from "./action-from-json";
import { actionsAsJson } from "./action-json";
import {
  type ConfigurationJson,
  configurationFromJson,
  configurationWithoutActions,
} from "./configuration-json";
import { firmAsJson, lineAsJson } from "./firm-json";
import { runStatic, staticStatement } from "./static-statement";

const isCallerBlocked = sql`exists (
  select from ${blockedCallers} where ${blockedCallers.number} = ${sql.placeholder("caller")}
)`;

const known = sql`case when ${knownCallers.number} is not null then json_build_object(
  'name', ${knownCallers.name}, 'actionId', ${knownCallers.actionId}
) end`;

/** All in one place: written out for each reference, they were half of the statement, and of the time to plan it. */
const mayBeRendered = actionsAsJson(sql`${actions.id} in (
  ${configurations.openActionId}, ${configurations.closedActionId}, ${knownCallers.actionId}
)`);

interface LineSetupJson {
  firm: Firm;
  line: Line | null;
  isCallerBlocked: boolean;
  known: { name: string; actionId: string | null } | null;
  configuration: Omit<ConfigurationJson, "actions"> | null;
  /** An aggregate of no rows is null. */
  actions: ActionJson[] | null;
}

const statement = staticStatement(
  new QueryBuilder()
    .select({
      setup: sql`json_build_object(
        'firm', ${firmAsJson}, 'line', ${lineAsJson},
        'isCallerBlocked', ${isCallerBlocked}, 'known', ${known},
        'configuration', ${configurationWithoutActions}, 'actions', ${mayBeRendered}
      )`.as("setup"),
    })
    .from(firmSettings)
    .leftJoin(phoneNumbers, eq(phoneNumbers.number, sql.placeholder("called")))
    .leftJoin(configurations, and(eq(configurations.phoneNumberId, phoneNumbers.id), configurations.isActive))
    .leftJoin(schedules, eq(schedules.id, configurations.scheduleId))
    .leftJoin(knownCallers, eq(knownCallers.number, sql.placeholder("caller")))
    .toSQL(),
);

export interface FoundLine {
  setup: LineSetup;
  /** Null when the database is away: what is remembered of a number is independent of who calls it. */
  standing: CallerStanding | null;
}

/**
 * Everything that deciding and answering a call needs, in one statement and one row. Its cost does not grow with the
 * number of configurations or of callers: each step of it goes by an index.
 *
 * @param called the number called, E.164.
 * @param caller as the lists of blocked and of known callers name them: a number, or "anonymous".
 */
export async function findLineSetup(
  db: HasClient,
  { called, caller, at }: { called: string; caller: string; at: Temporal.Instant },
): Promise<FoundLine> {
  const today = at.toString().slice(0, 10);
  const [row] = await runStatic(db, statement, { called, caller, today });
  if (!row) throw new Error("The row of firm_settings is missing: the database has not been migrated.");
  const { firm, line, configuration, isCallerBlocked, known, ...found } = row.setup as LineSetupJson;
  const actions = found.actions ?? [];
  const ofKnown = actions.find(({ id }) => id === known?.actionId);
  return {
    standing: {
      isBlocked: isCallerBlocked,
      known: known && { name: known.name, action: ofKnown ? actionFromJson(ofKnown) : null },
    },
    setup: {
      firm,
      line,
      configuration: configuration && configurationFromJson({ ...configuration, actions }),
    },
  };
}
