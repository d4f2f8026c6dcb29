import { eq, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { configurations, firmSettings, phoneNumbers, schedules } from "@/db/schema";
import type { Firm, Line, LineSetup } from "@/lib/call/setup";
import {
  type ConfigurationJson,
  configurationAsJson,
  configurationFromJson,
} from "../call-path/configuration-json";
import { firmAsJson, lineAsJson } from "../call-path/firm-json";

/**
 * What a call to a configuration's number would find if this configuration were the active one, from the same fragments
 * that look one up for a call. Null when there is none of this id.
 */
export async function findConfigurationSetup(
  db: Database,
  { id, at }: { id: string; at: Temporal.Instant },
): Promise<LineSetup | null> {
  const [row] = await db
    .select({
      firm: sql<Firm>`${firmAsJson}`,
      line: sql<Line | null>`${lineAsJson}`,
      configuration: sql<ConfigurationJson>`${configurationAsJson}`,
    })
    .from(configurations)
    .innerJoin(firmSettings, sql`true`)
    .innerJoin(phoneNumbers, eq(phoneNumbers.id, configurations.phoneNumberId))
    .innerJoin(schedules, eq(schedules.id, configurations.scheduleId))
    .where(eq(configurations.id, id))
    .prepare("find_configuration_setup")
    .execute({ today: at.toString().slice(0, 10) });
  return row ? { ...row, configuration: configurationFromJson(row.configuration) } : null;
}
