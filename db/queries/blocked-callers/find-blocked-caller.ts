import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { blockedCallers } from "@/db/schema";

export interface BlockedCaller {
  id: string;
  /** E.164, or "anonymous". */
  number: string;
  note: string;
  version: number;
}

export async function findBlockedCaller(db: Database, id: string): Promise<BlockedCaller | null> {
  const [found] = await db
    .select({
      id: blockedCallers.id,
      number: blockedCallers.number,
      note: blockedCallers.note,
      version: blockedCallers.version,
    })
    .from(blockedCallers)
    .where(eq(blockedCallers.id, id));
  return found ?? null;
}
