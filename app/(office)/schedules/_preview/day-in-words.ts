import type { Temporal } from "temporal-polyfill";
import { clockInWords, wallTimeInWords } from "@/app/_format/wall-time";
import type { ClockChange, TimelineDay } from "@/lib/schedule/timeline-by-date";

/** "09:00–12:00, 13:00–17:00" by the clocks of a zone, "closed", or "open all day". */
export function openingsInWords({ parts }: TimelineDay, timeZone: string, locale: string): string {
  const wallTime = (at: Temporal.Instant) => clockInWords(at, timeZone, locale);
  const open: { from: string; to: string; start: number; end: number }[] = [];
  for (const { isOpen, start, end, startFraction, endFraction } of parts) {
    if (!isOpen) continue;
    const to = endFraction === 1 ? wallTimeInWords("24:00", locale) : wallTime(end);
    const last = open.at(-1);
    // A holiday's hours may touch an override's: two rules, and one opening.
    if (last?.end === startFraction) Object.assign(last, { to, end: endFraction });
    else open.push({ from: wallTime(start), to, start: startFraction, end: endFraction });
  }
  const [only] = open;
  if (!only) return "closed";
  if (only.start === 0 && only.end === 1) return "open all day";
  return open.map(({ from, to }) => `${from}–${to}`).join(", ");
}

/** Why a day is not like every week's, each reason once. */
export function reasonsOf({ parts }: TimelineDay): string[] {
  const reasons = parts.flatMap(({ cause, isOpen }) => {
    if (cause.rule === "exception") return [cause.exception.label];
    if (cause.rule === "weekly") return [];
    const { reason } = cause.override;
    return [`${isOpen ? "Opened" : "Closed"} for now${reason ? `: ${reason}` : ""}`];
  });
  return [...new Set(reasons)];
}

export const clockChangeInWords = ({ isForward, from, to }: ClockChange, locale: string): string =>
  `The clocks go ${isForward ? "forward" : "back"} from ${wallTimeInWords(from, locale)} to ${wallTimeInWords(to, locale)}`;
