import { Temporal } from "temporal-polyfill";
import { longestSearch, type SearchParams, urlTexts } from "@/app/_lists/url-texts";
import type { CallCursor, CallFilter, CallPlace } from "@/db/queries/calls/list-calls";
import { type CallResult, callResults } from "@/lib/call/call-result";
import { isUuid } from "@/lib/uuid";

/** The filter as its form and its URL have it: texts, empty where nothing is asked for. */
export interface TypedFilter {
  q: string;
  to: string;
  /** "outage" is any result of a call that was answered while the database was away. */
  result: CallResult | "outage" | "";
  /** The id of somebody who took the call, or was rung. */
  person: string;
  /** ISO dates, both included. */
  from: string;
  until: string;
}

/** Reads a URL. What makes no sense in it reads as nothing asked for: it is a link, not a form. */
export function readTypedFilter(searchParams: SearchParams): TypedFilter {
  const one = urlTexts(searchParams);
  return {
    q: one("q").slice(0, longestSearch),
    to: /^\+[1-9]\d{6,14}$/.test(one("to")) ? one("to") : "",
    result: [...callResults, "outage" as const].find((result) => result === one("result")) ?? "",
    person: isUuid(one("person")) ? one("person") : "",
    from: dateOrNothing(one("from")),
    until: dateOrNothing(one("until")),
  };
}

/** As a browser's date field sends it: a date that there is, and no year before 1900 or after 9999. */
export function dateOrNothing(text: string): string {
  if (!/^(19|[2-9]\d)\d\d-\d\d-\d\d$/.test(text)) return "";
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" }).toString();
  } catch (error) {
    if (error instanceof RangeError) return "";
    throw error;
  }
}

/** Whole days in the firm's zone: the last one is included. */
export function callFilter(
  { q, to, result, person, from, until }: TypedFilter,
  timeZone: string,
): CallFilter {
  const startOf = (date: Temporal.PlainDate) => date.toZonedDateTime(timeZone).toInstant();
  return {
    words: q,
    to: to || null,
    result: result === "outage" ? null : result || null,
    isDegraded: result === "outage",
    personId: person || null,
    from: from ? startOf(Temporal.PlainDate.from(from)) : null,
    until: until ? startOf(Temporal.PlainDate.from(until).add({ days: 1 })) : null,
  };
}

/** The query of a URL that asks for the same calls. */
export const filterQuery = (filter: TypedFilter, more: Record<string, string> = {}): string =>
  new URLSearchParams(Object.entries({ ...filter, ...more }).filter(([, value]) => value !== "")).toString();

const cursorForm = /^(\d{1,14})_(CA[0-9a-f]{32})$/;

export const cursorToText = ({ receivedAt, sid }: CallCursor): string =>
  `${receivedAt.epochMilliseconds}_${sid}`;

/** Where in the list a URL is. What this app did not write reads as its beginning. */
export function placeIn({ older, newer }: SearchParams): CallPlace {
  const olderThan = cursorFromText(older);
  if (olderThan) return { olderThan };
  const newerThan = cursorFromText(newer);
  return newerThan && { newerThan };
}

function cursorFromText(text: unknown): CallCursor | null {
  const [, milliseconds, sid] = (typeof text === "string" && cursorForm.exec(text)) || [];
  if (!milliseconds || !sid) return null;
  return { receivedAt: Temporal.Instant.fromEpochMilliseconds(Number(milliseconds)), sid };
}
