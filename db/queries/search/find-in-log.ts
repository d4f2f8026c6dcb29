import { type SQL, sql } from "drizzle-orm";
import { callHasWords } from "@/db/queries/calls/call-has-words";
import { callerName } from "@/db/queries/calls/caller-name";
import { anywhere } from "@/db/queries/lists/list-request";
import { voicemailHasWords } from "@/db/queries/voicemails/list-voicemails";
import { calls, knownCallers, people, voicemails } from "@/db/schema";

/** Shorter texts are in every call, and no index has them: who types the first letter of a page is not to wait for that. */
const shortestSearch = 3;

/**
 * As many as a page of the log has. Asked for fewer, Postgres hopes to come by them among the newest, however rare they are,
 * and reads on to the oldest.
 */
const mostLookedAt = 50;

/** More of one name than anybody looks through. */
const mostOfOneName = 20;

const callSidForm = /^CA[0-9a-f]{32}$/i;
const recordingSidForm = /^RE[0-9a-f]{32}$/i;

/** As Twilio writes one, however it was pasted. */
const asTwilioWrites = (sid: string): string => sid.slice(0, 2).toUpperCase() + sid.slice(2).toLowerCase();

const newestFirst = sql`order by ${calls.receivedAt} desc nulls last, ${calls.sid} desc nulls last`;

/**
 * The newest calls that the log finds by a text, those that somebody of this name took, or the one with this SID. Each way
 * has an index of its own and ends after a few.
 */
export function callsFound(search: string, most: number): SQL {
  const own = sql`${calls.sid}, ${calls.receivedAt}`;
  const bySid = sql`select ${own} from ${calls} where ${calls.sid} = ${asTwilioWrites(search)}`;
  const byWords = sql`
    (select ${own} from ${calls} where ${callHasWords(search)} ${newestFirst} limit ${mostLookedAt})
    union
    (select taken.sid, taken.received_at from (
      select ${people.id} as id from ${people} where ${people.name} ilike ${anywhere(search)} limit ${mostOfOneName}
    ) as person cross join lateral (
      select ${own} from ${calls} where ${calls.answeredById} = person.id ${newestFirst} limit ${most}
    ) as taken order by taken.received_at desc limit ${most})
  `;
  return sql`
    select 'call'::text as kind, ${calls.sid} as id, ${calls.fromNumber} as name,
      ${callerName} as detail, ${milliseconds(sql`${calls.receivedAt}`)} as at
    from (${callSidForm.test(search) ? bySid : byWords}) as found
    join ${calls} on ${calls.sid} = found.sid
    left join ${knownCallers} on ${knownCallers.number} = ${calls.fromNumber}
    where ${isLongEnough(search)} ${newestFirst} limit ${most}
  `;
}

/** The newest messages that the inbox finds by a text, wherever they are now, or the one with this SID. */
export function voicemailsFound(search: string, most: number): SQL {
  const { id, recordingSid, leftAt } = voicemails;
  const isFound = recordingSidForm.test(search)
    ? sql`${recordingSid} = ${asTwilioWrites(search)}`
    : voicemailHasWords(search);
  return sql`
    select 'voicemail'::text as kind, ${voicemails.id}::text as id, ${calls.fromNumber} as name,
      ${callerName} as detail, ${milliseconds(sql`${voicemails.leftAt}`)} as at
    from (
      select ${id} from ${voicemails} where ${isFound}
      order by ${leftAt} desc nulls last, ${id} desc nulls last limit ${mostLookedAt}
    ) as found
    join ${voicemails} on ${voicemails.id} = found.id
    join ${calls} on ${calls.sid} = ${voicemails.callSid}
    left join ${knownCallers} on ${knownCallers.number} = ${calls.fromNumber}
    where ${isLongEnough(search)} order by ${voicemails.leftAt} desc limit ${most}
  `;
}

const isLongEnough = (search: string): SQL => (search.length >= shortestSearch ? sql`true` : sql`false`);

/** A number as JSON has it: of statements joined by union, no column is parsed as an instant. */
const milliseconds = (instant: SQL): SQL => sql`floor(extract(epoch from ${instant}) * 1000)::float8`;
