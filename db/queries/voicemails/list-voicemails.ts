import { and, eq, ilike, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { callerName } from "@/db/queries/calls/caller-name";
import { anywhere } from "@/db/queries/lists/list-request";
import { digitsOfNumber } from "@/db/queries/lists/typed-number";
import {
  calls,
  knownCallers,
  people,
  phoneNumbers,
  voicemailNotices,
  voicemails,
  wordsOfVoicemail,
} from "@/db/schema";

export interface ListedVoicemail {
  id: string;
  /** As Twilio sent it: E.164, or "anonymous", or an address. */
  from: string;
  /** As the firm knows the caller; else as their carrier does. */
  fromName: string | null;
  /** The work number that was called, E.164. */
  to: string;
  /** What the number is called now; null when it is none of ours any more. */
  lineName: string | null;
  leftAt: Temporal.Instant;
  durationSeconds: number;
  isHeard: boolean;
  isArchived: boolean;
  /** Null while there is none, empty where Twilio could not make it out. */
  transcription: string | null;
  note: string;
  assignedToName: string | null;
  /** A notice of it has been given up or did not arrive; failing that, nobody knows of one whether it has gone. Else null. */
  noticeTrouble: "failed" | "unsure" | null;
}

/** Which voicemails: those that are new, all that are not archived, or the archive. */
export const voicemailStates = ["inbox", "new", "archived"] as const;
export type VoicemailState = (typeof voicemailStates)[number];

export interface VoicemailFilter {
  state: VoicemailState;
  /** Whose it is to answer them; null for anybody's. */
  assignedToId: string | null;
  /** Looked for in caller, transcript and note; empty for all. */
  words: string;
}

/** The last voicemail of a page: newest first, by id where two were left in the same millisecond. */
export interface VoicemailCursor {
  leftAt: Temporal.Instant;
  id: string;
}

export interface ListedVoicemails {
  voicemails: ListedVoicemail[];
  /** Where the next, older page begins; null on the last one. */
  next: VoicemailCursor | null;
}

const noticeTrouble = sql<ListedVoicemail["noticeTrouble"]>`(
  select case
    when bool_or(${voicemailNotices.delivery} is not distinct from 'undelivered' or ${voicemailNotices.begunAt} is null) then 'failed'
    when count(*) > 0 then 'unsure'
  end
  from ${voicemailNotices}
  where ${voicemailNotices.voicemailId} = ${voicemails.id}
    and (
      (${voicemailNotices.sentAt} is null and ${voicemailNotices.nextAttemptAt} is null
        and ${voicemailNotices.delivery} is distinct from 'delivered'
        and (${voicemailNotices.failure} is not null or ${voicemailNotices.begunAt} < now() - interval '3 minutes'))
      or ${voicemailNotices.delivery} = 'undelivered'
    )
)`;

export async function listVoicemails(
  db: Database,
  { filter, before, limit }: { filter: VoicemailFilter; before: VoicemailCursor | null; limit: number },
): Promise<ListedVoicemails> {
  const rows = await db
    .select({
      id: voicemails.id,
      from: calls.fromNumber,
      fromName: callerName,
      to: calls.toNumber,
      lineName: phoneNumbers.friendlyName,
      leftAt: voicemails.leftAt,
      durationSeconds: voicemails.durationSeconds,
      isHeard: sql<boolean>`${voicemails.heardAt} is not null`,
      isArchived: sql<boolean>`${voicemails.archivedAt} is not null`,
      transcription: voicemails.transcription,
      note: voicemails.note,
      assignedToName: people.name,
      noticeTrouble,
    })
    .from(voicemails)
    .innerJoin(calls, eq(calls.sid, voicemails.callSid))
    .leftJoin(phoneNumbers, eq(phoneNumbers.number, calls.toNumber))
    .leftJoin(knownCallers, eq(knownCallers.number, calls.fromNumber))
    .leftJoin(people, eq(people.id, voicemails.assignedToId))
    .where(
      and(
        ...conditionsOf(filter),
        before
          ? sql`(${voicemails.leftAt}, ${voicemails.id}) < (${before.leftAt.toString()}::timestamptz, ${before.id}::uuid)`
          : undefined,
      ),
    )
    // "nulls last", though there are none, is what the index says.
    .orderBy(sql`${voicemails.leftAt} desc nulls last`, sql`${voicemails.id} desc nulls last`)
    .limit(limit + 1);

  const page = rows.slice(0, limit).map((row) => ({
    ...row,
    leftAt: Temporal.Instant.fromEpochMilliseconds(row.leftAt.getTime()),
  }));
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { voicemails: page, next: last ? { leftAt: last.leftAt, id: last.id } : null };
}

function conditionsOf({ state, assignedToId, words }: VoicemailFilter): (SQL | undefined)[] {
  return [
    state === "archived" ? isNotNull(voicemails.archivedAt) : isNull(voicemails.archivedAt),
    state === "new" ? isNull(voicemails.heardAt) : undefined,
    assignedToId === null ? undefined : eq(voicemails.assignedToId, assignedToId),
    words === "" ? undefined : voicemailHasWords(words),
  ];
}

/**
 * Whether a voicemail has a text in its transcript, in its note, or in its caller's number or name, whoever names them. Each
 * way of finding it has an index of its own, over what stands in the voicemail's row.
 */
export function voicemailHasWords(words: string): SQL | undefined {
  const text = wordsOfVoicemail(voicemails);
  const digits = digitsOfNumber(words);
  return or(
    ilike(text, anywhere(words)),
    digits ? ilike(text, anywhere(digits)) : undefined,
    sql`${voicemails.fromNumber} = any(array(
      select ${knownCallers.number} from ${knownCallers} where ${ilike(knownCallers.name, anywhere(words))}
    ))`,
  );
}
