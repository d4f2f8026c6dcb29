import type { Database } from "@/db/client";
import type { Firm } from "@/db/queries/firm/get-firm";
import { listTimeZones } from "@/db/queries/schedules/list-time-zones";
import { listHolidayCountries } from "@/lib/schedule/holidays";

/** What the form of a schedule offers to choose from. */
export async function readFormChoices(db: Database, { country }: Pick<Firm, "country">) {
  const countries = listHolidayCountries();
  return {
    zones: await listTimeZones(db),
    places: { countries, country: countries.some(({ code }) => code === country) ? country : "US" },
  };
}
