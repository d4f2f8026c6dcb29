import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { insertGreeting } from "@/db/queries/greetings/write-greeting";
import { keepSound } from "@/db/queries/sounds/keep-sound";
import { staffUsers } from "@/db/schema";
import { exampleWav } from "@/lib/audio/testing/example-sounds";

export interface GivenRecording {
  /** Left out for the standing one. */
  dates?: { label: string; from: Date; until: Date };
}

export interface MadeGreeting {
  id: string;
  name: string;
  /** In the order of the recordings. */
  soundIds: string[];
}

/** A greeting with a standing recording, or with those that are given. */
export async function makeGreeting(db: Database, recordings: GivenRecording[] = [{}]): Promise<MadeGreeting> {
  const [staff] = await db.select({ id: staffUsers.id }).from(staffUsers).limit(1);
  if (!staff) throw new Error("There is nobody to make a greeting.");
  const soundIds: string[] = [];
  for (const _ of recordings) {
    const bytes = exampleWav();
    // No two alike, which would be kept once.
    crypto.getRandomValues(bytes.subarray(44, 144));
    const sound = {
      contentType: "audio/wav",
      durationSeconds: 1,
      source: "upload",
      fileName: "hello.wav",
    } as const;
    soundIds.push(await keepSound(db, { ...sound, bytes, madeById: staff.id, at: Temporal.Now.instant() }));
  }
  const greeting = { id: randomUUID(), name: `Greeting ${randomUUID().slice(0, 8)}` };
  const instant = (date: Date | undefined) =>
    date ? Temporal.Instant.fromEpochMilliseconds(date.getTime()) : null;
  const [first, ...rest] = insertGreeting(db, {
    ...greeting,
    recordings: recordings.map(({ dates }, index) => ({
      soundId: soundIds[index] ?? "",
      label: dates?.label ?? "",
      startsAt: instant(dates?.from),
      endsAt: instant(dates?.until),
    })),
  });
  if (first) await db.batch([first, ...rest]);
  return { ...greeting, soundIds };
}
