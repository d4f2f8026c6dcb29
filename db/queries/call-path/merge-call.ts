import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { calls } from "@/db/schema/calls";
import { callResults, callStatuses } from "@/lib/call/call-result";
import { unknownCaller } from "@/lib/call/caller";

/**
 * How what one request tells of a call is joined with what is known of it already. Of each fact the better one is kept,
 * by an order that both rows carry in themselves; so the outcome is the same in whatever order they are written, however
 * often, and at whatever time, and no writer need read before it writes.
 */

/** A column's name without its table, as SET wants it. */
const named = (column: { name: string }): SQL => sql`${sql.identifier(column.name)}`;

const told = (column: PgColumn): SQL => sql`excluded.${named(column)}`;

/** The place of a value in a rising order; 0 when it has none. */
const rank = (value: SQL, order: readonly string[]): SQL => {
  const words = sql.raw(order.map((word) => `'${word}'`).join(", "));
  return sql`coalesce(array_position(array[${words}], ${value}), 0)`;
};

/** The one further on in an order. */
const furthest = (column: PgColumn, order: readonly string[]): SQL =>
  sql`case when ${rank(told(column), order)} > ${rank(sql`${column}`, order)} then ${told(column)} else ${column} end`;

const sources = ["status", "step", "entry"];

/** The entry says best why a call went as it did; without one its earliest step does. */
const isToldBetter = sql`(${rank(told(calls.knownFrom), sources)}, ${calls.receivedAt})
  > (${rank(sql`${calls.knownFrom}`, sources)}, ${told(calls.receivedAt)})`;

const answerSources = ["afterDial", "screened"];

/** Of two who took the call the first has it. */
const isAnswerToldBetter = sql`${told(calls.answeredAt)} is not null and (
  ${calls.answeredAt} is null
  or (${rank(told(calls.answerKnownFrom), answerSources)}, ${calls.answeredAt})
    > (${rank(sql`${calls.answerKnownFrom}`, answerSources)}, ${told(calls.answeredAt)})
)`;

const together = (isBetter: SQL, columns: PgColumn[]): [PgColumn, SQL][] =>
  columns.map((column) => [column, sql`case when ${isBetter} then ${told(column)} else ${column} end`]);

/** A leg that a `<Dial>` made does not know who calls. */
const unlessUnknown = (column: PgColumn): SQL =>
  sql`case when ${column} = ${sql.raw(`'${unknownCaller}'`)} then ${told(column)} else ${column} end`;

const merged: [PgColumn, SQL][] = [
  [calls.fromNumber, unlessUnknown(calls.fromNumber)],
  [calls.fromName, sql`least(${calls.fromName}, ${told(calls.fromName)})`],
  [calls.toNumber, unlessUnknown(calls.toNumber)],
  ...together(isToldBetter, [
    calls.receivedAt,
    calls.configurationId,
    calls.configurationVersion,
    calls.actionId,
    calls.actionName,
    calls.reasonCode,
    calls.reason,
    calls.knownFrom,
  ]),
  [calls.degradedTo, furthest(calls.degradedTo, ["memory", "fallbackNumber", "sentence"])],
  [calls.result, furthest(calls.result, callResults)],
  ...together(isAnswerToldBetter, [
    calls.answeredAt,
    calls.answeredById,
    calls.answeredByName,
    calls.answerKnownFrom,
  ]),
  [
    calls.rungIds,
    sql`case when ${calls.rungIds} @> ${told(calls.rungIds)} then ${calls.rungIds}
      else array(select distinct unnest(${calls.rungIds} || ${told(calls.rungIds)}) order by 1) end`,
  ],
  [calls.spokenNameUrl, sql`least(${calls.spokenNameUrl}, ${told(calls.spokenNameUrl)})`],
  [calls.status, furthest(calls.status, callStatuses)],
  [calls.durationSeconds, sql`greatest(${calls.durationSeconds}, ${told(calls.durationSeconds)})`],
  [calls.endedAt, sql`least(${calls.endedAt}, ${told(calls.endedAt)})`],
];

/** The end of an INSERT into `calls` of what one request tells. */
export const mergeCall: SQL = sql`on conflict (sid) do update set ${sql.join(
  merged.map(([column, value]) => sql`${named(column)} = ${value}`),
  sql`, `,
)}`;
