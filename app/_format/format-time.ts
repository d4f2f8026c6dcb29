/**
 * An instant, in milliseconds since 1970, as a locale writes it. Every page's times pass through here, and through the
 * names below: without a `timeZone` it is the zone of whoever runs this, which only a browser may ask for.
 */
export const formatTime = (at: number, locale: string, options: Intl.DateTimeFormatOptions): string =>
  withPlainSpaces(new Intl.DateTimeFormat(locale, options).format(at));

/** What of an instant as a locale writes it is of one kind, such as the name of the zone; empty where there is none. */
export const partOfTime = (
  at: number,
  locale: string,
  { part, ...options }: Intl.DateTimeFormatOptions & { part: Intl.DateTimeFormatPartTypes },
): string =>
  withPlainSpaces(
    new Intl.DateTimeFormat(locale, options).formatToParts(at).find(({ type }) => type === part)?.value ?? "",
  );

/** Asked for each time that a page shows. There are as many locales as regions, so this never grows beyond some thousand. */
const twelveHourLocales = new Map<string, boolean>();

/** Whether a locale counts the hours of a day twice to twelve: "5:00 PM" and not "17:00". */
export function isTwelveHour(locale: string): boolean {
  const known = twelveHourLocales.get(locale);
  if (known !== undefined) return known;
  const { hour12 = false } = new Intl.DateTimeFormat(locale, { hour: "numeric" }).resolvedOptions();
  twelveHourLocales.set(locale, hour12);
  return hour12;
}

/** Hours and minutes as a clock shows them: "9:05 AM", "09:05". (Left to itself, British English writes "9:05".) */
export const clockFields = (locale: string): Intl.DateTimeFormatOptions => ({
  hour: isTwelveHour(locale) ? "numeric" : "2-digit",
  minute: "2-digit",
});

/** Node.js writes a narrow space before "PM" and browsers an ordinary one: a page must be the same from both. */
const withPlainSpaces = (text: string): string => text.replaceAll("\u202f", " ");
