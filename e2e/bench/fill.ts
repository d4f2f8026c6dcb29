import { like, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { configurations, phoneNumbers } from "@/db/schema";

const fillerNames = "Filler %";

/** Takes the added ones away again. */
export async function emptyFill(db: Database): Promise<void> {
  await db.batch([
    db.delete(configurations).where(like(configurations.name, fillerNames)),
    db.delete(phoneNumbers).where(like(phoneNumbers.friendlyName, fillerNames)),
  ]);
}

/** Adds numbers with an active configuration each, all like the first there is, until there are this many. */
export async function fillUpTo(db: Database, count: number): Promise<void> {
  const missing = count - (await db.$count(configurations));
  await db.execute(sql`
    with added as (
      insert into ${phoneNumbers} (number, friendly_name)
      select '+1666' || (2000000 + (select count(*) from ${phoneNumbers}) + n), 'Filler ' || n
      from generate_series(1, ${missing}::int) as n
      returning id
    )
    insert into ${configurations} (name, phone_number_id, schedule_id, open_action_id, closed_action_id, is_active)
    select 'Filler ' || added.id, added.id, model.schedule_id, model.open_action_id, model.closed_action_id, true
    from added, (select * from ${configurations} limit 1) as model
  `);
  await db.execute(sql`analyze ${phoneNumbers}, ${configurations}`);
}
