import { eq, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Database } from "@/db/client";
import { activity, configurations, phoneNumbers } from "@/db/schema";

/**
 * Holds a number until the batch is over: whoever switches its configurations at the same moment waits, and then has
 * their way. Before anything else in the batch, so that no two can wait for each other.
 */
export const holdNumber = (db: Database, phoneNumberId: string): BatchItem<"pg"> =>
  db
    .select({ id: phoneNumbers.id })
    .from(phoneNumbers)
    .where(eq(phoneNumbers.id, phoneNumberId))
    .for("no key update");

interface Successor {
  configurationId: string;
  phoneNumberId: string;
  staff: { id: string; name: string };
}

/**
 * Puts aside whichever configuration answers a number until now, for the batch that then activates another: in one
 * statement Postgres would refuse the two. Whoever has its form open is told, and the change is on record.
 */
export const putAsideActive = (
  db: Database,
  { configurationId, phoneNumberId, staff }: Successor,
): BatchItem<"pg"> =>
  db.execute(sql`
    with replaced as (
      update ${configurations} set is_active = false, version = version + 1, updated_at = now()
      where ${configurations.phoneNumberId} = ${phoneNumberId} and ${configurations.isActive}
        and ${configurations.id} <> ${configurationId}
      returning id, name
    )
    insert into ${activity} (staff_user_id, by_name, verb, subject, subject_id, subject_name, before, after)
    select ${staff.id}::uuid, ${staff.name}, 'deactivateConfiguration', 'configuration', id::text, name,
      '{"Active": "Yes"}'::jsonb, '{"Active": "No"}'::jsonb
    from replaced
  `);
