import { sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import {
  actions,
  activity,
  blockedCallers,
  configurations,
  greetings,
  invitations,
  knownCallers,
  people,
  personPhones,
  phoneNumbers,
  schedules,
  scheduleWindows,
  staffUsers,
  templates,
} from "@/db/schema";
import { fillCalls } from "../deep/fill-calls";
import { fillVoicemails } from "../deep/fill-voicemails";

/**
 * Adds one of every model for each number in a range, each like what an office has: a phone a person, windows a
 * schedule, and so on.
 */
export async function fillOffice(
  db: Database,
  { first, last }: { first: number; last: number },
): Promise<void> {
  const series = sql`generate_series(${first}::int, ${last}::int) as n`;
  await db.execute(
    sql`insert into ${phoneNumbers} (number, friendly_name) select '+1666' || (3000000 + n), 'Number ' || n from ${series}`,
  );
  await db.execute(sql`
    with added as (
      insert into ${schedules} (name, time_zone) select 'Hours ' || n, 'America/New_York' from ${series} returning id
    )
    insert into ${scheduleWindows} (schedule_id, weekday, opens_at, closes_at)
    select added.id, weekday, '09:00', '17:00' from added, generate_series(1, 5) as weekday
  `);
  await db.execute(sql`
    with added as (
      insert into ${templates} (name, body) select 'Template ' || n, '<Response><Hangup/></Response>' from ${series}
      returning id, name
    )
    insert into ${actions} (name, template_id) select replace(name, 'Template', 'Action'), id from added
  `);
  await db.execute(sql`
    insert into ${configurations} (name, phone_number_id, schedule_id, open_action_id, closed_action_id, is_active)
    select 'Configuration ' || n,
      (select id from ${phoneNumbers} where number = '+1666' || (3000000 + n)),
      (select id from ${schedules} where name = 'Hours ' || n),
      (select id from ${actions} where lower(name) = 'action ' || n),
      (select id from ${actions} where lower(name) = 'action ' || n),
      true
    from ${series}
  `);
  await db.execute(sql`insert into ${greetings} (name) select 'Greeting ' || n from ${series}`);
  await db.execute(sql`
    with added as (insert into ${people} (name) select 'Person ' || n from ${series} returning id, name)
    insert into ${personPhones} (person_id, label, number, position)
    select id, 'Mobile', '+1777' || (3000000 + replace(name, 'Person ', '')::int), 0 from added
  `);
  await db.execute(
    sql`insert into ${blockedCallers} (number) select '+1888' || (3000000 + n) from ${series}`,
  );
  await db.execute(
    sql`insert into ${knownCallers} (number, name) select '+1666' || (3000000 + n), 'Known ' || n from ${series}`,
  );
  await db.execute(
    sql`insert into ${staffUsers} (email, name, role) select 'user' || n || '@example.com', 'User ' || n, 'staff' from ${series}`,
  );
  await db.execute(sql`
    insert into ${invitations} (email, role, token_hash, expires_at)
    select 'guest' || n || '@example.com', 'staff', md5(n::text), now() + interval '1 day' from ${series}
  `);
  await db.execute(sql`
    insert into ${activity} (by_name, verb, subject, subject_id, subject_name, after)
    select 'Olive Alder', 'blockCaller', 'blockedCaller', n::text, 'Caller ' || n, '{"Note": "x"}' from ${series}
  `);
  const newest = Temporal.Now.instant().subtract({ hours: 1 });
  await fillCalls(db, { from: first - 1, to: last, newest });
  await fillVoicemails(db, last);
}
