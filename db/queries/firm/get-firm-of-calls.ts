import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { firmAsJson } from "@/db/queries/call-path/firm-json";
import { firmSettings } from "@/db/schema";
import type { Firm } from "@/lib/call/setup";

/** The firm as a call knows it, and its country (ISO 3166-1 alpha-2): how numbers are written. */
export async function getFirmOfCalls(db: Database): Promise<{ firm: Firm; country: string }> {
  const [row] = await db
    .select({ firm: sql<Firm>`${firmAsJson}`, country: firmSettings.country })
    .from(firmSettings);
  if (!row) throw new Error("The row of firm_settings is missing: the database has not been migrated.");
  return row;
}
