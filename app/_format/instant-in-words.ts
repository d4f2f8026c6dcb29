import type { Temporal } from "temporal-polyfill";
import { clockFields, formatTime } from "./format-time";

/** "Mon, Nov 23, 2:05 PM EST": an instant as a locale writes it, in a zone that is always named. The year when it is another. */
export function instantInWords(
  instant: Temporal.Instant,
  { now, timeZone, locale }: { now: Temporal.Instant; timeZone: string; locale: string },
): string {
  const isThisYear = instant.toZonedDateTimeISO(timeZone).year === now.toZonedDateTimeISO(timeZone).year;
  return formatTime(instant.epochMilliseconds, locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    ...(!isThisYear && { year: "numeric" }),
    ...clockFields(locale),
    timeZone,
    timeZoneName: "short",
  });
}
