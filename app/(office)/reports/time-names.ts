/** A Monday. */
const firstOfWeek = Date.UTC(2026, 10, 23);
const hourMilliseconds = 3_600_000;

const nameIn = (locale: string, options: Intl.DateTimeFormatOptions, milliseconds: number): string =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(milliseconds);

/** The hours of a day as a locale writes them, from midnight on: "9 AM", or "09". */
export const hourNames = (locale: string): { value: number; label: string }[] =>
  Array.from({ length: 24 }, (_, value) => ({
    value,
    label: nameIn(locale, { hour: "numeric" }, firstOfWeek + value * hourMilliseconds),
  }));

/** The days of the week, Monday first (ISO 8601), short for a chart and in full. */
export const weekdayNames = (locale: string): { value: number; label: string; longLabel: string }[] =>
  Array.from({ length: 7 }, (_, day) => {
    const milliseconds = firstOfWeek + day * 24 * hourMilliseconds;
    return {
      value: day + 1,
      label: nameIn(locale, { weekday: "short" }, milliseconds),
      longLabel: nameIn(locale, { weekday: "long" }, milliseconds),
    };
  });
