import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actionGreetings, actions } from "@/db/schema";

/** The actions that play a greeting, in the order of their names. */
export async function listGreetingUses(db: Database, id: string): Promise<{ id: string; name: string }[]> {
  return db
    .select({ id: actions.id, name: actions.name })
    .from(actionGreetings)
    .innerJoin(actions, eq(actions.id, actionGreetings.actionId))
    .where(eq(actionGreetings.greetingId, id))
    .groupBy(actions.id)
    .orderBy(sql`lower(${actions.name})`);
}
