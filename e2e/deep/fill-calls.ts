import { sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { callPeople, knownCallers, people, phoneNumbers } from "@/db/schema";

/** So many that a week has the same calls in it, however far back the log goes. */
export const callsPerDay = 1000;

const callsPerStatement = 100_000;

/** Takes one call in fifty thousand. By name after all of the others. */
export const rarelyThere = "Rarely There";

/** The firm of the calls: its numbers, its people, and callers whom it knows. */
export async function fillFirm(db: Database): Promise<void> {
  await db.execute(
    sql`insert into ${phoneNumbers} (number, friendly_name) select '+121255501' || (10 + n), 'Line ' || n from generate_series(0, 19) as n`,
  );
  await db.execute(sql`insert into ${people} (name) select 'Person ' || n from generate_series(1, 12) as n`);
  await db.insert(people).values({ name: rarelyThere });
  await db.execute(
    sql`insert into ${knownCallers} (number, name) select '+1415' || (5000000 + n), 'Known Caller ' || n from generate_series(1, 300) as n`,
  );
}

/**
 * Adds the calls from one place in the past to another, 0 being the newest: of all results, each with its steps. A caller
 * in two hundred has a name, and one in forty has said one; one call in a hundred thousand comes from somebody called
 * Zebulon, one in fifty thousand is turned away, and one in twenty thousand is answered in an outage.
 */
export async function fillCalls(
  db: Database,
  { from, to, newest }: { from: number; to: number; newest: Temporal.Instant },
): Promise<void> {
  const indexes = await dropIndexes(db);
  for (let first = from; first < to; first += callsPerStatement) {
    const last = Math.min(first + callsPerStatement, to) - 1;
    await db.batch([
      // What is written here needs no checking against the people: it is read from them.
      db.execute(sql`set local session_replication_role = replica`),
      db.execute(sql`
        with person as (select array_agg(id order by name) as ids, array_agg(name order by name) as names from ${people})
        insert into calls (
          sid, from_number, from_name, to_number, received_at, reason_code, reason, action_name,
          result, answered_at, answered_by_id, answered_by_name, answer_known_from, rung_ids, status, duration_seconds, ended_at, spoken_name_url, degraded_to
        )
        select 'CA' || lpad(to_hex(n), 32, '0'), '+1415' || (5000000 + hash % 50000),
          case when n % 100000 = 5000 then 'Zebulon Quartz' when n % 200 = 7 then 'Ada Lovelace ' || hash % 1000 end,
          '+121255501' || (10 + hash % 20), at, case when is_open then 'open' else 'closed' end,
          case when is_open then 'Open until 17:00' else 'Closed until Mon 09:00' end, 'Ring the team ' || hash % 7,
          result, case when result = 'answered' then at + interval '1 second' * (5 + hash % 40) end,
          case when result = 'answered' then ids[whose] end,
          case when result = 'answered' then names[whose] end,
          case when result = 'answered' then 'screened' end,
          case when result in ('answered', 'missed') then array[ids[whose]] else '{}' end,
          'completed', 60 + hash % 100, at + interval '1 second' * (60 + hash % 100),
          case when n % 40 = 9 then 'https://api.twilio.com/Recordings/RE' || lpad(to_hex(n), 32, '0') end,
          case when n % 20000 = 3000 then 'memory' end
        from (
          select n, hash, at, extract(hour from at) between 8 and 17 as is_open,
            case when n % 50000 = 11 then 13 else 1 + hash % 12 end as whose,
            case n % 50000 when 11 then 'answered' when 12 then 'rejected' else
              (array['answered', 'answered', 'answered', 'missed', 'voicemail', 'told', 'told', 'told'])[1 + hash % 8]
            end as result
          from (
            select n, abs(hashint4(n)) as hash,
              ${newest.toString()}::timestamptz - n * interval '1 day' / ${callsPerDay}::double precision as at
            from generate_series(${first}::int, ${last}::int) as n
          ) as placed
        ) as call, person
      `),
      db.execute(sql`
        insert into ${callPeople} (call_sid, person_id, received_at)
        select sid, unnest(rung_ids), received_at from calls
        where received_at >= ${newest.toString()}::timestamptz - ${last}::int * interval '1 day' / ${callsPerDay}::double precision
        on conflict do nothing
      `),
      db.execute(sql`
        insert into call_events (call_sid, step_key, kind, at, words, detail)
        select sid, step.key, step.kind, received_at + step.after, step.words, step.detail
        from (
          select * from calls where received_at between
            ${newest.toString()}::timestamptz - ${last}::int * interval '1 day' / ${callsPerDay}::double precision
            and ${newest.toString()}::timestamptz - ${first}::int * interval '1 day' / ${callsPerDay}::double precision
        ) as call
        cross join lateral (values
          ('entry', 'answer', interval '0', 'Answered', '{}'::jsonb, true),
          ('screened:1', 'screened', interval '9 seconds', 'Took the call', '{"isTaken": true}', result = 'answered'),
          ('after-dial:1', 'after-dial', interval '30 seconds', 'The ring was over', '{"isTaken": false}',
            result in ('answered', 'missed', 'voicemail')),
          ('message:1', 'after-record', interval '55 seconds', 'A message of 20 s was left',
            '{"recordingSid": "RE1", "durationSeconds": 20}', result = 'voicemail')
        ) as step (key, kind, after, words, detail, is_told)
        where step.is_told
        on conflict do nothing
      `),
    ]);
  }
  for (const definition of indexes) await db.execute(sql.raw(definition));
  await db.execute(sql`vacuum analyze calls`);
  await db.execute(sql`vacuum analyze call_events`);
  await db.execute(sql`vacuum analyze ${callPeople}`);
}

/** Filling tables without them, and making them afterwards, takes a fraction of the time. Answers how to make them again. */
async function dropIndexes(db: Database): Promise<string[]> {
  const { rows } = await db.execute<{ name: string; definition: string }>(sql`
    select indexname as name, indexdef as definition from pg_indexes
    where tablename in ('calls', 'call_events')
      and indexname not in (select conname from pg_constraint)
  `);
  for (const { name } of rows) await db.execute(sql`drop index ${sql.identifier(name)}`);
  return rows.map(({ definition }) => definition);
}
