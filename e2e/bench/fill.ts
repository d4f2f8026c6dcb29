import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { configurations, people, phoneNumbers } from "@/db/schema";

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

export async function fillPeople(db: Database, count: number): Promise<void> {
  await db.execute(
    sql`insert into ${people} (name) select 'Filler ' || n from generate_series(1, ${count}::int) as n`,
  );
}
