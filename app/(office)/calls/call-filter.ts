import { Temporal } from "temporal-polyfill";
import { type CallResult, callResults } from "@/db/queries/calls/call-result";
import type { CallCursor, CallFilter } from "@/db/queries/calls/list-calls";

type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** The filter as its form and its URL have it: texts, empty where nothing is asked for. */
export interface TypedFilter {
  q: string;
  to: string;
  result: CallResult | "";
  /** ISO dates, both included. */
  from: string;
  until: string;
}

const longestSearch = 100;

/** Reads a URL. What makes no sense in it reads as nothing asked for: it is a link, not a form. */
export function readTypedFilter(searchParams: SearchParams): TypedFilter {
  const one = (name: string) => {
    const value = searchParams[name];
    return typeof value === "string" ? value.trim() : "";
  };
  return {
    q: one("q").slice(0, longestSearch),
    to: /^\+[1-9]\d{6,14}$/.test(one("to")) ? one("to") : "",
    result: callResults.find((result) => result === one("result")) ?? "",
    from: dateOrNothing(one("from")),
    until: dateOrNothing(one("until")),
  };
}

function dateOrNothing(text: string): string {
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" }).toString() === text ? text : "";
  } catch {
    return "";
  }
}

/** Whole days in the firm's zone: the last one is included. */
export function callFilter({ q, to, result, from, until }: TypedFilter, timeZone: string): CallFilter {
  const startOf = (date: Temporal.PlainDate) => date.toZonedDateTime(timeZone).toInstant();
  return {
    words: q,
    to: to || null,
    result: result || null,
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

/** Null for anything that this app did not write: the list then begins at its beginning. */
export function cursorFromText(text: unknown): CallCursor | null {
  const [, milliseconds, sid] = (typeof text === "string" && cursorForm.exec(text)) || [];
  if (!milliseconds || !sid) return null;
  return { receivedAt: Temporal.Instant.fromEpochMilliseconds(Number(milliseconds)), sid };
}
