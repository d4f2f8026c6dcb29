import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { sounds } from "@/db/schema";
import type { Changes } from "@/lib/backup/compare";
import type { SetUpFile } from "@/lib/backup/set-up";
import { written } from "./to-write";

/**
 * Keeps the sounds that greetings are to play, before the batch that writes the greetings: a request to the database has
 * 10 MB at most, so each goes by itself. Until then nothing refers to them, and what nothing refers to goes after a day
 * (see `keepSound`). A sound never changes: one that is here already is the same, and is only kept a day longer.
 */
export async function keepSounds(
  db: Database,
  { changes, sounds: given }: { changes: Changes; sounds: SetUpFile["sounds"] },
): Promise<void> {
  const heard = new Set(
    written(changes.greetings).flatMap(({ recordings }) => recordings.map(({ sound }) => sound)),
  );
  for (const { bytes, ...sound } of given) {
    if (bytes === undefined || !heard.has(sound.id)) continue;
    const decoded = sql<Uint8Array<ArrayBuffer>>`decode(${bytes}, 'base64')`;
    const sizeBytes = Buffer.from(bytes, "base64").length;
    await db
      .insert(sounds)
      .values({ ...sound, bytes: decoded, sizeBytes })
      .onConflictDoUpdate({ target: sounds.id, set: { createdAt: sql`now()` } });
  }
}
