import { and, eq, gte, lt, sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { callEvents, calls, people, phoneNumbers } from "@/db/schema";

/** Which calls a report is of. */
export interface ReportRequest {
  from: Temporal.Instant;
  /** Not included. */
  until: Temporal.Instant;
  /** IANA name: whose hours and weekdays they are. */
  timeZone: string;
  /** One work number alone, E.164. */
  to: string | null;
}

/**
 * What a call was given: the open action or the closed one. Neither where a known caller went straight through, where the
 * call was turned away, and where the database was away.
 */
export type Hours = "open" | "closed" | "neither";

/** The calls of one hour of one weekday that were given the same hours. */
export interface ReportCell {
  /** ISO 8601: 1 is Monday. */
  weekday: number;
  /** 0 to 23, by the wall clock. */
  hour: number;
  hours: Hours;
  calls: number;
  missed: number;
}

interface Outcomes {
  calls: number;
  answered: number;
  missed: number;
  voicemails: number;
  /** From a call's coming in to somebody's taking it; null when nobody took any. Interpolated between two calls. */
  medianSeconds: number | null;
  ninetiethSeconds: number | null;
}

export interface CallReport {
  /** Longest wait: before somebody took the call, the caller's message began, or the caller of a missed one hung up. */
  total: Outcomes & { longestWaitSeconds: number | null };
  cells: ReportCell[];
  /** The work numbers with most calls. */
  numbers: (Outcomes & { number: string; name: string | null })[];
  /** Those who were rung or took a call: people, and bare numbers, which have no id. */
  people: { id: string | null; name: string; rung: number; answered: number; untaken: number }[];
}

/** More would make a list that nobody reads. */
const mostRows = 100;

const outcomes = sql.raw(`
  'calls', count(*),
  'answered', count(*) filter (where result = 'answered'),
  'missed', count(*) filter (where result = 'missed'),
  'voicemails', count(*) filter (where result = 'voicemail'),
  'medianSeconds', percentile_cont(0.5) within group (order by answered_seconds),
  'ninetiethSeconds', percentile_cont(0.9) within group (order by answered_seconds)
`);

/** All figures of a report in one statement, which reads the calls of its time once, by an index. */
export async function getCallReport(db: Database, request: ReportRequest): Promise<CallReport> {
  const { rows } = await db.execute<{ report: CallReport }>(reportStatement(request));
  const report = rows[0]?.report;
  if (!report) throw new Error("A select without a condition answered no row.");
  return report;
}

function reportStatement({ from, until, timeZone, to }: ReportRequest) {
  const isAsked = and(
    gte(calls.receivedAt, new Date(from.epochMilliseconds)),
    lt(calls.receivedAt, new Date(until.epochMilliseconds)),
    to === null ? undefined : eq(calls.toNumber, to),
  );
  return sql`
    with called as materialized (
      select ${calls.sid} as sid, ${calls.receivedAt} as received_at, ${calls.toNumber} as number, ${calls.result} as result, ${calls.rungIds} as rung_ids,
        ${calls.answeredById} as answered_by_id, ${calls.answeredByName} as answered_by_name,
        case ${calls.reasonCode} when 'open' then 'open' when 'closed' then 'closed'
          -- Whoever is not known, where only known callers are put through, is given the closed action.
          when 'callerNotKnown' then 'closed' else 'neither' end as hours,
        ${calls.receivedAt} at time zone ${timeZone} as wall,
        case when ${calls.result} = 'answered' and ${calls.answeredAt} is not null
          then greatest(extract(epoch from ${calls.answeredAt} - ${calls.receivedAt}), 0)::double precision
        end as answered_seconds,
        case when ${calls.result} = 'missed' and ${calls.endedAt} is not null
          then greatest(extract(epoch from ${calls.endedAt} - ${calls.receivedAt}), 0)::double precision
        end as missed_seconds
      from ${calls} where ${isAsked}
    ), message_began as (
      -- The log tells of a message when it is over, and how long it was. It outlives the message itself.
      select greatest(extract(epoch from began - received_at), 0)::double precision as seconds
      from called cross join lateral (
        select min(
          ${callEvents.at} - make_interval(secs => (${callEvents.detail} ->> 'durationSeconds')::double precision)
        ) as began
        from ${callEvents}
        where ${callEvents.callSid} = sid and ${callEvents.kind} = 'after-record'
          and ${callEvents.detail} ? 'recordingSid'
      ) as message
      where result = 'voicemail' and began is not null
    ), about as (
      select result, person_id, null as bare, answered_by_id = person_id as is_theirs from called
      cross join unnest(
        case when answered_by_id is null or answered_by_id = any(rung_ids) then rung_ids else rung_ids || answered_by_id end
      ) as person_id
      union all
      select result, null, answered_by_name, true from called
      where answered_by_id is null and answered_by_name is not null
    )
    select json_build_object(
      'total', (
        select json_build_object(
          ${outcomes}, 'longestWaitSeconds', greatest(
            max(answered_seconds), max(missed_seconds), (select max(seconds) from message_began)
          )
        ) from called
      ),
      'cells', (
        select coalesce(json_agg(cell), '[]') from (
          select extract(isodow from wall)::int as weekday, extract(hour from wall)::int as hour, hours,
            count(*) as calls, count(*) filter (where result = 'missed') as missed
          from called group by 1, 2, 3 order by 1, 2, 3
        ) as cell
      ),
      'numbers', (
        select coalesce(json_agg(line), '[]') from (
          select json_build_object('number', number, 'name', max(${phoneNumbers.friendlyName}), ${outcomes})
          from called left join ${phoneNumbers} using (number)
          group by number order by count(*) desc, number limit ${mostRows}
        ) as one(line)
      ),
      'people', (
        select coalesce(json_agg(row_to_json(person)), '[]') from (
          select person_id as id, coalesce(bare, max(${people.name})) as name, count(*) as rung,
            count(*) filter (where is_theirs) as answered,
            count(*) filter (where result in ('missed', 'voicemail')) as untaken
          from about left join ${people} on ${people.id} = person_id
          where bare is not null or ${people.id} is not null
          group by person_id, bare order by count(*) desc, name limit ${mostRows}
        ) as person
      )
    ) as report`;
}
