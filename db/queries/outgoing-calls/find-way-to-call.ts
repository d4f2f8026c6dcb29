import { and, asc, desc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { outgoingCalls, people, personPhones, phoneNumbers, staffUsers } from "@/db/schema";

export interface OwnPhone {
  label: string;
  /** E.164, or a SIP address. */
  number: string;
}

/** The phones of the person that a staff user is; null when they are no person of the office's yet. */
export async function findOwnPhones(db: Database, staffUserId: string): Promise<OwnPhone[] | null> {
  const rows = await db
    .select({ personId: people.id, label: personPhones.label, number: personPhones.number })
    .from(staffUsers)
    .innerJoin(people, eq(people.id, staffUsers.personId))
    .leftJoin(personPhones, eq(personPhones.personId, people.id))
    .where(eq(staffUsers.id, staffUserId))
    .orderBy(asc(personPhones.position));
  if (rows.length === 0) return null;
  return rows.flatMap(({ label, number }) => (label !== null && number !== null ? [{ label, number }] : []));
}

/** The phone that a staff user last chose to be rung on; null before the first time. */
export async function findLastPhone(db: Database, staffUserId: string): Promise<string | null> {
  const [last] = await db
    .select({ number: outgoingCalls.fromPhone })
    .from(outgoingCalls)
    .where(eq(outgoingCalls.madeById, staffUserId))
    .orderBy(desc(outgoingCalls.createdAt))
    .limit(1);
  return last?.number ?? null;
}

export interface NumberToShow {
  id: string;
  /** E.164. */
  number: string;
}

/**
 * A work number that the account at Twilio has, to be shown to whoever is called; null when there is none.
 *
 * @param number that one alone; left out, the first of all.
 */
export async function findNumberToShow(db: Database, number?: string): Promise<NumberToShow | null> {
  const [found] = await db
    .select({ id: phoneNumbers.id, number: phoneNumbers.number })
    .from(phoneNumbers)
    .where(
      and(
        isNotNull(phoneNumbers.twilioSid),
        isNull(phoneNumbers.goneSince),
        number === undefined ? undefined : eq(phoneNumbers.number, number),
      ),
    )
    .orderBy(asc(phoneNumbers.createdAt), asc(phoneNumbers.id))
    .limit(1);
  return found ?? null;
}
