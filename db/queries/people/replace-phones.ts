import { eq } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Database } from "@/db/client";
import { personPhones } from "@/db/schema";
import type { Phone } from "./find-person";

/** The statements that give a person these phones in this order, and no others. */
export function replacePhones(
  db: Database,
  { personId, phones }: { personId: string; phones: readonly Phone[] },
): BatchItem<"pg">[] {
  const rows = phones.map((phone, position) => ({ ...phone, personId, position }));
  return [
    db.delete(personPhones).where(eq(personPhones.personId, personId)),
    ...(rows.length > 0 ? [db.insert(personPhones).values(rows)] : []),
  ];
}
