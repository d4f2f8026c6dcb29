import { and, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { configurations } from "@/db/schema";

/** The configuration that answers a number, or null while callers are turned away. */
export async function findActiveConfiguration(
  db: Database,
  phoneNumberId: string,
): Promise<{ id: string; name: string } | null> {
  const [found] = await db
    .select({ id: configurations.id, name: configurations.name })
    .from(configurations)
    .where(and(eq(configurations.phoneNumberId, phoneNumberId), configurations.isActive));
  return found ?? null;
}
