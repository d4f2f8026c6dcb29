import type { LocalDate } from "@/lib/schedule/types";

/** "Mon, Nov 23": a date as a locale writes it; with its year where that is asked for. */
export const dateInWords = (date: LocalDate, locale: string, isWithYear = false): string =>
  new Intl.DateTimeFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    ...(isWithYear && { year: "numeric" }),
    timeZone: "UTC",
  }).format(new Date(`${date}T00:00:00Z`));
