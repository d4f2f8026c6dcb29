import { and, eq, inArray, notInArray, or, type SQL, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Database } from "@/db/client";
import { refuseUnless } from "@/db/queries/writes/refuse-unless";
import {
  activity,
  blockedCallers,
  calls,
  knownCallers,
  outgoingCalls,
  textBacks,
  voicemails,
} from "@/db/schema";
import { type CallerData, recordingsOf } from "./find-caller-data";

/** The refusal when another message has been left, whose recording is still at Twilio. */
export const moreWasRecorded = "more_was_recorded";

interface Deleting {
  number: string;
  data: CallerData;
  /** The number as people here write it in words: the activity has it in each of these forms. */
  writtenAs: readonly string[];
}

/**
 * The statements that delete what is kept about a caller, for a batch, once their recordings are gone at Twilio. Steps
 * and notices go with their calls. The activity keeps that something was done, but no longer to whom.
 */
export function deleteCallerData(
  db: Database,
  { number, data, writtenAs }: Deleting,
): [BatchItem<"pg">, ...BatchItem<"pg">[]] {
  const deleted = ["", ...recordingsOf(data)];
  const isLeftOver = sql`exists (
    select from ${voicemails} join ${calls} on ${calls.sid} = ${voicemails.callSid}
    where ${calls.fromNumber} = ${number} and ${notInArray(voicemails.recordingSid, deleted)}
  )`;
  const isOtherName = sql`exists (
    select from ${calls} where ${calls.fromNumber} = ${number} and ${calls.spokenNameUrl} is not null
      and ${notInArray(sql`substring(${calls.spokenNameUrl} from 'RE[0-9a-f]{32}')`, deleted)}
  )`;
  return [
    refuseUnless(db, sql`not (${isLeftOver} or ${isOtherName})`, moreWasRecorded),
    forgetInActivity(db, { number, data, writtenAs }),
    db.delete(textBacks).where(eq(textBacks.number, number)),
    db.delete(outgoingCalls).where(eq(outgoingCalls.toNumber, number)),
    db.delete(knownCallers).where(eq(knownCallers.number, number)),
    db.delete(blockedCallers).where(eq(blockedCallers.number, number)),
    db.delete(calls).where(eq(calls.fromNumber, number)),
  ];
}

/** The kinds of subject whose name or words say who a caller is. */
const aboutCallers = ["blockedCaller", "knownCaller", "voicemail", "call"];

function forgetInActivity(db: Database, { number, data, writtenAs }: Deleting): BatchItem<"pg"> {
  const ids = [
    "",
    ...data.calls.map(({ sid }) => sid),
    ...data.voicemails.map(({ id }) => id),
    ...(data.knownCaller ? [data.knownCaller.id] : []),
    ...(data.blockedCaller ? [data.blockedCaller.id] : []),
  ];
  const all = sql`concat_ws(' ', ${activity.subjectName}, ${activity.before}::text, ${activity.after}::text)`;
  const isNamed = [number, ...writtenAs].map((form) => sql`position(${form} in ${all}) > 0`);
  const forgotten = (side: SQL) =>
    sql`case when ${side} is not null then '{"Deleted": "at their request"}'::jsonb end`;
  return db
    .update(activity)
    .set({
      subjectName: "a caller whose data was deleted",
      before: forgotten(sql`${activity.before}`),
      after: forgotten(sql`${activity.after}`),
    })
    .where(and(inArray(activity.subject, aboutCallers), or(inArray(activity.subjectId, ids), ...isNamed)));
}
