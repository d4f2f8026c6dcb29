import { eq } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { greetingRecordings, greetings } from "@/db/schema";
import type { GreetingRecording } from "@/lib/call/setup";

export interface GreetingToWrite {
  id: string;
  name: string;
  recordings: readonly GreetingRecording[];
}

/** The statements that write a new greeting, for a batch. */
export const insertGreeting = (db: Database, greeting: GreetingToWrite): BatchItem<"pg">[] => [
  db.insert(greetings).values({ id: greeting.id, name: greeting.name }),
  ...insertRecordings(db, greeting),
];

/** The statements that save a greeting, for a batch that begins with `raiseVersion`. */
export const rewriteGreeting = (db: Database, greeting: GreetingToWrite): BatchItem<"pg">[] => [
  db.delete(greetingRecordings).where(eq(greetingRecordings.greetingId, greeting.id)),
  db.update(greetings).set({ name: greeting.name }).where(eq(greetings.id, greeting.id)),
  ...insertRecordings(db, greeting),
];

/** The statement that deletes a greeting, for a batch. A key refuses one that an action plays. */
export const deleteGreeting = (db: Database, id: string): BatchItem<"pg"> =>
  db.delete(greetings).where(eq(greetings.id, id));

const insertRecordings = (db: Database, { id, recordings }: GreetingToWrite): BatchItem<"pg">[] =>
  recordings.length === 0
    ? []
    : [
        db.insert(greetingRecordings).values(
          recordings.map(({ soundId, label, startsAt, endsAt }) => ({
            greetingId: id,
            soundId,
            label,
            startsAt: dateOf(startsAt),
            endsAt: dateOf(endsAt),
          })),
        ),
      ];

const dateOf = (instant: Temporal.Instant | null): Date | null =>
  instant && new Date(instant.epochMilliseconds);
