import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

/** Today's names of zones that JavaScript engines still list under older ones (tz database, file "backward"). */
const newNames: Readonly<Record<string, string>> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Catamarca": "America/Argentina/Catamarca",
  "America/Coral_Harbour": "America/Atikokan",
  "America/Cordoba": "America/Argentina/Cordoba",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Jujuy": "America/Argentina/Jujuy",
  "America/Louisville": "America/Kentucky/Louisville",
  "America/Mendoza": "America/Argentina/Mendoza",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

/**
 * The zones that a schedule can have, in the order of their names: those that JavaScript knows and the database accepts.
 * One look at Postgres's list, where `is_time_zone` would take one for each of them.
 */
export async function listTimeZones(db: Database): Promise<string[]> {
  const listed = Intl.supportedValuesOf("timeZone").map((name) => newNames[name] ?? name);
  const known = JSON.stringify(listed);
  const { rows } = await db.execute<{ name: string }>(sql`
    select name from pg_timezone_names
    where name in (select jsonb_array_elements_text(${known}::jsonb)) and name like '%/%'
    order by name
  `);
  return [...rows.map(({ name }) => name), "UTC"];
}
