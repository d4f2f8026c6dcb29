import type { Holiday, HolidayPlace } from "@/lib/schedule/holidays";

/** Whose holidays are offered, and the firm's own country to begin with. */
export interface HolidayPlaces {
  countries: readonly HolidayPlace[];
  /** ISO 3166-1 alpha-2. */
  country: string;
}

/** What /schedules/holidays answers. */
export interface OfferedHolidays {
  regions: HolidayPlace[];
  holidays: Holiday[];
}
