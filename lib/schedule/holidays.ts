import Holidays from "date-holidays";
import type { LocalDate } from "./types";

/** A place by its ISO 3166 code, and its name in English. */
export interface HolidayPlace {
  code: string;
  name: string;
}

export interface Holiday {
  startsOn: LocalDate;
  endsOn: LocalDate;
  name: string;
}

const MILLISECONDS_PER_DAY = 86_400_000;
const english = { languages: ["en"] };
const byName = (one: HolidayPlace, other: HolidayPlace) => one.name.localeCompare(other.name, "en");

const placesFrom = (names: Record<string, string> | undefined): HolidayPlace[] =>
  Object.entries(names ?? {})
    .map(([code, name]) => ({ code, name }))
    .toSorted(byName);

/** The countries whose holidays are known. Node.js side only, as all of this file: its data weigh megabytes. */
export const listHolidayCountries = (): HolidayPlace[] => placesFrom(new Holidays().getCountries("en"));

/** The states or provinces of a country that have holidays of their own; empty for one that is unknown. */
export const listHolidayRegions = (country: string): HolidayPlace[] =>
  placesFrom(new Holidays().getStates(country, "en"));

/**
 * The public holidays of a country, and of one of its regions, in a year, in the order of their dates. Those of half a
 * day are left out: they begin at an hour that each firm sees differently. Empty for a place that is unknown.
 *
 * Not pure in one thing: holidays that a moon begins come from tables that the `date-holidays` package ships.
 */
export function listPublicHolidays(place: {
  country: string;
  region: string | null;
  year: number;
}): Holiday[] {
  const { country, region, year } = place;
  const calendar = region ? new Holidays(country, region, english) : new Holidays(country, english);
  return calendar.getHolidays(year).flatMap(({ type, date, start, end, name }) => {
    const [startsOn, time] = date.split(" ");
    if (type !== "public" || !startsOn || time !== "00:00:00") return [];
    // A day on which the clocks change lasts 23 or 25 hours; a feast that ends at noon ends with the day before.
    const days = Math.max(1, Math.floor((end.getTime() - start.getTime()) / MILLISECONDS_PER_DAY + 0.1));
    const endsOn = new Date(Date.parse(startsOn) + (days - 1) * MILLISECONDS_PER_DAY);
    return [{ startsOn, endsOn: endsOn.toISOString().slice(0, 10), name }];
  });
}
