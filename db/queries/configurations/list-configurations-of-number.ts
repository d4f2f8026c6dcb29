import { asc, desc, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { configurations } from "@/db/schema";
import { counted, totalOfAll } from "../lists/counted";
import type { Listed } from "../lists/list-request";

export interface ConfigurationOfNumber {
  id: string;
  name: string;
  version: number;
  isActive: boolean;
}

/**
 * The first of the configurations that are prepared for a number, and how many there are: the active one first, then in the
 * order of their names.
 */
export async function listConfigurationsOfNumber(
  db: Database,
  { phoneNumberId, limit }: { phoneNumberId: string; limit: number },
): Promise<Listed<ConfigurationOfNumber>> {
  const rows = await db
    .select({
      id: configurations.id,
      name: configurations.name,
      version: configurations.version,
      isActive: configurations.isActive,
      total: totalOfAll,
    })
    .from(configurations)
    .where(eq(configurations.phoneNumberId, phoneNumberId))
    .orderBy(desc(configurations.isActive), asc(configurations.name), configurations.id)
    .limit(limit);
  return counted(rows);
}
