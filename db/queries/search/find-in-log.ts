import { type SQL, sql } from "drizzle-orm";
import { callerName } from "@/db/queries/calls/caller-name";
import { callHasWords } from "@/db/queries/calls/list-calls";
import { anywhere } from "@/db/queries/lists/list-request";
import { calls, knownCallers, people, voicemails } from "@/db/schema";

/** Shorter texts are in every call, and no index has them: who types the first letter of a page is not to wait for that. */
const shortestSearch = 3;

/** How far back messages are searched for what was said: no index has that. */
const newestMessages = 2000;

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
    (select ${own} from ${calls} where ${callHasWords(search)} ${newestFirst} limit ${most})
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

/** The newest messages on calls that the log finds by a text, those in which it was said or noted, or the one with this SID. */
export function voicemailsFound(search: string, most: number): SQL {
  const own = sql`${voicemails.id}, ${voicemails.leftAt}`;
  const bySid = sql`
    select ${own} from ${voicemails} where ${voicemails.recordingSid} = ${asTwilioWrites(search)}
  `;
  const text = anywhere(search);
  const byWords = sql`
    (select ${own} from (
      select ${calls.sid} from ${calls}
      where ${callHasWords(search)} and exists (select from ${voicemails} where ${voicemails.callSid} = ${calls.sid})
      ${newestFirst} limit ${most}
    ) as heard join ${voicemails} on ${voicemails.callSid} = heard.sid)
    union
    (select newest.id, newest.left_at from (
      select * from ${voicemails}
      order by ${voicemails.leftAt} desc nulls last, ${voicemails.id} desc nulls last limit ${newestMessages}
    ) as newest where newest.transcription ilike ${text} or newest.note ilike ${text}
    order by newest.left_at desc limit ${most})
  `;
  return sql`
    select 'voicemail'::text as kind, ${voicemails.id}::text as id, ${calls.fromNumber} as name,
      ${callerName} as detail, ${milliseconds(sql`${voicemails.leftAt}`)} as at
    from (${recordingSidForm.test(search) ? bySid : byWords}) as found
    join ${voicemails} on ${voicemails.id} = found.id
    join ${calls} on ${calls.sid} = ${voicemails.callSid}
    left join ${knownCallers} on ${knownCallers.number} = ${calls.fromNumber}
    where ${isLongEnough(search)} order by ${voicemails.leftAt} desc limit ${most}
  `;
}

const isLongEnough = (search: string): SQL => (search.length >= shortestSearch ? sql`true` : sql`false`);

/** A number as JSON has it: of statements joined by union, no column is parsed as an instant. */
const milliseconds = (instant: SQL): SQL => sql`floor(extract(epoch from ${instant}) * 1000)::float8`;
