import { Temporal } from "temporal-polyfill";
import { type SearchParams, urlTexts } from "@/app/_lists/url-texts";
import { dateOrNothing } from "../calls/call-filter";

/** Periods that end today, in days. */
export const periods = [7, 30, 90] as const;

const usualPeriod = 30;

/** A year, and the day it begins on again: more would read a great part of the log. */
export const mostDays = 366;

/** What the page's URL asks for. */
export interface AskedReport {
  /** Dates by the firm's clock, both included. */
  from: Temporal.PlainDate;
  until: Temporal.PlainDate;
  /** One of `periods`; null where dates were asked for. */
  days: number | null;
  /** A work number, E.164; empty for all of them. */
  to: string;
  /** More days were asked for than a report covers: it begins as early as it can. */
  isCut: boolean;
}

/** Reads a URL. What makes no sense in it reads as not asked for: it is a link, not a form. */
export function readReportRequest(searchParams: SearchParams, today: Temporal.PlainDate): AskedReport {
  const one = urlTexts(searchParams);
  const to = /^\+[1-9]\d{6,14}$/.test(one("to")) ? one("to") : "";
  const [from, until] = [dateOrNothing(one("from")), dateOrNothing(one("until"))];
  if (from === "" && until === "") {
    const days = periods.find((period) => String(period) === one("days")) ?? usualPeriod;
    return { from: today.subtract({ days: days - 1 }), until: today, days, to, isCut: false };
  }
  const last = until === "" ? today : Temporal.PlainDate.from(until);
  const first = from === "" ? last.subtract({ days: usualPeriod - 1 }) : Temporal.PlainDate.from(from);
  // Somebody who mixes the two up means what lies between them.
  const [earlier, later] = Temporal.PlainDate.compare(first, last) <= 0 ? [first, last] : [last, first];
  const earliest = later.subtract({ days: mostDays - 1 });
  const isCut = Temporal.PlainDate.compare(earlier, earliest) < 0;
  return { from: isCut ? earliest : earlier, until: later, days: null, to, isCut };
}

/** The URL of a period of the same number. */
export function periodHref(days: number, to: string): string {
  return `/reports?${new URLSearchParams({ days: String(days), ...(to && { to }) })}`;
}
