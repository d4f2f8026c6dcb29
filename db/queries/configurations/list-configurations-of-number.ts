import { asc, desc, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { configurations } from "@/db/schema";

export interface ConfigurationOfNumber {
  id: string;
  name: string;
  version: number;
  isActive: boolean;
}

/** The configurations that are prepared for a number: the active one first, then in the order of their names. */
export function listConfigurationsOfNumber(
  db: Database,
  { phoneNumberId, limit }: { phoneNumberId: string; limit: number },
): Promise<ConfigurationOfNumber[]> {
  return db
    .select({
      id: configurations.id,
      name: configurations.name,
      version: configurations.version,
      isActive: configurations.isActive,
    })
    .from(configurations)
    .where(eq(configurations.phoneNumberId, phoneNumberId))
    .orderBy(desc(configurations.isActive), asc(configurations.name), configurations.id)
    .limit(limit);
}
