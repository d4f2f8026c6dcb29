import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { people, staffUsers } from "@/db/schema";

/** Somebody whom a voicemail can be given to. */
export interface Assignee {
  id: string;
  name: string;
}

export async function findAssignee(db: Database, personId: string): Promise<Assignee | null> {
  const [found] = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(eq(people.id, personId));
  return found ?? null;
}

/** Which of the people somebody who signs in is; null when they are none. */
export async function findOwnPersonId(db: Database, staffUserId: string): Promise<string | null> {
  const [found] = await db
    .select({ personId: staffUsers.personId })
    .from(staffUsers)
    .where(eq(staffUsers.id, staffUserId));
  return found?.personId ?? null;
}
