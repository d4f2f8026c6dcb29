import { createHash, randomUUID } from "node:crypto";
import { and, eq, lt, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { greetingRecordings, sounds } from "@/db/schema";

export interface NewSound {
  bytes: Uint8Array<ArrayBuffer>;
  contentType: "audio/mpeg" | "audio/wav";
  durationSeconds: number;
  source: "upload" | "browser" | "phone";
  /** As the file was called; empty for one that was recorded. */
  fileName: string;
  madeById: string;
  at: Temporal.Instant;
}

/** Whoever has made a sound and saved no greeting with it within a day has thought better of it. */
const unsavedHours = 24;

const isInGreeting = sql`exists (
  select from ${greetingRecordings} where ${greetingRecordings.soundId} = ${sounds.id}
)`;

/**
 * Keeps a sound and answers its id. The same bytes are kept once; what nobody has put into a greeting for a day goes
 * with the next one that comes.
 */
export async function keepSound(db: Database, { at, ...sound }: NewSound): Promise<string> {
  const sizeBytes = sound.bytes.length;
  const hash = createHash("sha256").update(sound.bytes).digest("hex");
  // A sound that is in no greeting yet may go at any time, so it is not shared.
  const [same] = await db
    .select({ id: sounds.id })
    .from(sounds)
    .where(
      and(
        eq(sounds.sizeBytes, sizeBytes),
        eq(sounds.contentType, sound.contentType),
        sql`encode(sha256(${sounds.bytes}), 'hex') = ${hash}`,
        isInGreeting,
      ),
    );
  if (same) return same.id;
  const id = randomUUID();
  const unsavedSince = new Date(at.subtract({ hours: unsavedHours }).epochMilliseconds);
  await db.batch([
    db.delete(sounds).where(and(lt(sounds.createdAt, unsavedSince), sql`not ${isInGreeting}`)),
    db.insert(sounds).values({ id, ...sound, sizeBytes, createdAt: new Date(at.epochMilliseconds) }),
  ]);
  return id;
}
