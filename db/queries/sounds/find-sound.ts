import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { sounds } from "@/db/schema";

export interface SoundFacts {
  contentType: "audio/mpeg" | "audio/wav";
  sizeBytes: number;
}

export interface Sound extends SoundFacts {
  bytes: Uint8Array<ArrayBuffer>;
}

const facts = { contentType: sounds.contentType, sizeBytes: sounds.sizeBytes };

/** A whole sound, or null when there is none of this id. */
export async function findSound(db: Database, id: string): Promise<Sound | null> {
  const [found] = await db
    .select({ ...facts, bytes: sounds.bytes })
    .from(sounds)
    .where(eq(sounds.id, id));
  return found ?? null;
}

/** What a sound is, without its bytes. */
export async function findSoundFacts(db: Database, id: string): Promise<SoundFacts | null> {
  const [found] = await db.select(facts).from(sounds).where(eq(sounds.id, id));
  return found ?? null;
}

/**
 * A part of a sound's bytes, so that a player that jumps does not have all of it sent through the database.
 *
 * @param first counted from 0.
 * @param last included.
 * @throws if there is no such sound.
 */
export async function getSoundPart(
  db: Database,
  id: string,
  { first, last }: { first: number; last: number },
): Promise<Uint8Array<ArrayBuffer>> {
  const part = sql`substring(${sounds.bytes} from ${first + 1} for ${last - first + 1})`;
  const [found] = await db
    .select({ bytes: part.mapWith(sounds.bytes) })
    .from(sounds)
    .where(eq(sounds.id, id));
  if (!found) throw new Error(`There is no sound ${id} any more.`);
  return found.bytes as Uint8Array<ArrayBuffer>;
}
