import { MINUTES_PER_DAY, readMinute } from "@/lib/schedule/read-hours";
import type { Weekday, WeeklyWindow, Window } from "@/lib/schedule/types";
import { wallTimeAt } from "@/lib/schedule/wall-time";

/** A window while it is edited: its times may still be empty, and its key tells it from another of the same hours. */
export interface EditedWindow extends WeeklyWindow {
  key: string;
}

/** In minutes since the midnight that begins its day; past midnight `closes` exceeds 1440. */
export interface Span {
  opens: number;
  closes: number;
}

/** What bars are moved and stretched by, in minutes. */
export const stepMinutes = 15;

let lastKey = 0;
/** For something that is added in the browser; what came from the server is keyed by its place. */
export const newKey = (): string => `new-${++lastKey}`;

/** Null while a time is missing. */
export function spanOf({ opensAt, closesAt }: Window): Span | null {
  if (!opensAt || !closesAt) return null;
  const opens = readMinute(opensAt);
  const closes = readMinute(closesAt);
  return { opens, closes: closes > opens ? closes : closes + MINUTES_PER_DAY };
}

export const windowFrom = ({ opens, closes }: Span): Window => ({
  opensAt: wallTimeAt(opens),
  closesAt: wallTimeAt(closes),
});

const within = (least: number, value: number, most: number) => Math.min(Math.max(value, least), most);

/** Keeps its length, and opens on its own day. */
export function moved({ opens, closes }: Span, byMinutes: number): Span {
  const to = within(0, opens + byMinutes, MINUTES_PER_DAY - stepMinutes);
  return { opens: to, closes: to + (closes - opens) };
}

/** At least a step long, and at most a day. */
export const withClosing = ({ opens }: Span, closes: number): Span => ({
  opens,
  closes: within(opens + stepMinutes, closes, opens + MINUTES_PER_DAY),
});

export const withOpening = ({ closes }: Span, opens: number): Span => ({
  opens: within(
    Math.max(0, closes - MINUTES_PER_DAY),
    opens,
    Math.min(closes, MINUTES_PER_DAY) - stepMinutes,
  ),
  closes,
});

/** The hours of one day in the place of those of others. */
export function copyDay(
  windows: readonly EditedWindow[],
  from: Weekday,
  to: readonly Weekday[],
): EditedWindow[] {
  const targets = to.filter((weekday) => weekday !== from);
  const copied = windows.filter(({ weekday }) => weekday === from);
  return [
    ...windows.filter(({ weekday }) => !targets.includes(weekday)),
    ...targets.flatMap((weekday) => copied.map((window) => ({ ...window, weekday, key: newKey() }))),
  ];
}

/** Where new hours of a day go: after its last ones, else 09:00 to 17:00. */
export function nextSpan(windows: readonly EditedWindow[], weekday: Weekday): Span {
  const spans = windows.filter((window) => window.weekday === weekday).map(spanOf);
  const last = Math.max(-1, ...spans.map((span) => span?.closes ?? -1));
  if (last < 0 || last >= MINUTES_PER_DAY - 120) return { opens: 9 * 60, closes: 17 * 60 };
  const opens = Math.ceil((last + 1) / 60) * 60;
  return { opens, closes: Math.min(opens + 4 * 60, MINUTES_PER_DAY) };
}
