import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actions, knownCallers } from "@/db/schema";

export interface KnownCaller {
  id: string;
  /** E.164. */
  number: string;
  name: string;
  note: string;
  /** Where their calls go straight to; null for the way of everybody else. */
  actionId: string | null;
  actionName: string | null;
  version: number;
}

export async function findKnownCaller(db: Database, id: string): Promise<KnownCaller | null> {
  const [found] = await db
    .select({
      id: knownCallers.id,
      number: knownCallers.number,
      name: knownCallers.name,
      note: knownCallers.note,
      actionId: knownCallers.actionId,
      actionName: actions.name,
      version: knownCallers.version,
    })
    .from(knownCallers)
    .leftJoin(actions, eq(actions.id, knownCallers.actionId))
    .where(eq(knownCallers.id, id));
  return found ?? null;
}
