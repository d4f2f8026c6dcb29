import { inArray } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { sounds } from "@/db/schema";

/** Where a sound came from, for the record. */
export interface KnownSound {
  id: string;
  durationSeconds: number;
  source: "upload" | "browser" | "phone";
  fileName: string;
  madeAt: Temporal.Instant;
}

/** What is known of sounds, without their bytes. */
export async function listSounds(db: Database, ids: readonly string[]): Promise<KnownSound[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({
      id: sounds.id,
      durationSeconds: sounds.durationSeconds,
      source: sounds.source,
      fileName: sounds.fileName,
      madeAt: sounds.createdAt,
    })
    .from(sounds)
    .where(inArray(sounds.id, [...ids]));
  return rows.map((row) => ({
    ...row,
    madeAt: Temporal.Instant.fromEpochMilliseconds(row.madeAt.getTime()),
  }));
}
