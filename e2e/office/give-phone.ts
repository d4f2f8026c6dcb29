import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { people, personPhones, staffUsers } from "@/db/schema";
import { anyNumber } from "./make-line";

/** Makes a staff user a person with a phone, and answers its number. */
export async function givePhone(db: Database, staffUserId: string): Promise<string> {
  const [personId, number] = [randomUUID(), anyNumber()];
  await db.batch([
    db.insert(people).values({ id: personId, name: "Olive Alder" }),
    db.insert(personPhones).values({ personId, label: "Mobile", number, position: 0 }),
    db.update(staffUsers).set({ personId }).where(eq(staffUsers.id, staffUserId)),
  ]);
  return number;
}
