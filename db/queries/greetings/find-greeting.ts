import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { greetings } from "@/db/schema";
import { type LibraryRecording, libraryRecording, recordingsAsJson } from "./recordings-json";

export interface Greeting {
  id: string;
  name: string;
  version: number;
  /** The standing one first, if it has one, then the others by their dates. */
  recordings: LibraryRecording[];
}

/** A greeting with its recordings, in one statement; null when there is none of this id. */
export async function findGreeting(db: Database, id: string): Promise<Greeting | null> {
  const [found] = await db
    .select({
      id: greetings.id,
      name: greetings.name,
      version: greetings.version,
      recordings: recordingsAsJson,
    })
    .from(greetings)
    .where(eq(greetings.id, id));
  return found ? { ...found, recordings: found.recordings.map(libraryRecording) } : null;
}
