import type { Temporal } from "temporal-polyfill";

/** "Mon, Nov 23, 2:05 PM EST": an instant as a locale writes it, in a zone that is always named. The year when it is another. */
export function instantInWords(
  instant: Temporal.Instant,
  { now, timeZone, locale }: { now: Temporal.Instant; timeZone: string; locale: string },
): string {
  const isThisYear = instant.toZonedDateTimeISO(timeZone).year === now.toZonedDateTimeISO(timeZone).year;
  return new Intl.DateTimeFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    ...(!isThisYear && { year: "numeric" }),
    hour: "numeric",
    minute: "2-digit",
    timeZone,
    timeZoneName: "short",
  }).format(new Date(instant.epochMilliseconds));
}
