import { sql } from "drizzle-orm";
import { check, pgTable, smallint, text } from "drizzle-orm/pg-core";
import { checkE164, checkNotBlank, updatedAt, version } from "./columns";

/** One installation serves one firm: exactly one row, made by the first migration. */
export const firmSettings = pgTable(
  "firm_settings",
  {
    id: smallint("id").primaryKey().default(1),
    name: text("name").notNull().default("Our office"),
    /** ISO 3166-1 alpha-2: how numbers are read and written, and whose holidays are offered. */
    country: text("country").notNull().default("US"),
    timeZone: text("time_zone").notNull().default("America/New_York"),
    /** A `<Say>` voice of Twilio's, used wherever an action names none. */
    voice: text("voice").notNull().default("Polly.Joanna-Neural"),
    /** BCP 47 tag that goes with the voice. */
    language: text("language").notNull().default("en-US"),
    /** Dialled when a call cannot be answered as it should. */
    fallbackNumber: text("fallback_number"),
    /** Sent to a mobile whose caller reached nobody; null while nothing is sent. */
    textBack: text("text_back"),
    /** How many days calls, and voicemails with their recordings, are kept; null keeps them for good. */
    keepsCallsDays: smallint("keeps_calls_days"),
    keepsVoicemailsDays: smallint("keeps_voicemails_days"),
    version: version(),
    updatedAt: updatedAt(),
  },
  (table) => [
    check("firm_settings_only_one", sql`${table.id} = 1`),
    checkNotBlank("firm_settings_name_not_blank", table.name),
    check("firm_settings_country_iso", sql`${table.country} ~ '^[A-Z]{2}$'`),
    check("firm_settings_time_zone_real", sql`is_time_zone(${table.timeZone})`),
    checkNotBlank("firm_settings_voice_not_blank", table.voice),
    check("firm_settings_language_bcp47", sql`${table.language} ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'`),
    check("firm_settings_text_back_length", sql`char_length(btrim(${table.textBack})) between 1 and 320`),
    check("firm_settings_keeps_calls_days_bounds", sql`${table.keepsCallsDays} between 1 and 3660`),
    check("firm_settings_keeps_voicemails_days_bounds", sql`${table.keepsVoicemailsDays} between 1 and 3660`),
    checkE164("firm_settings_fallback_number_e164", table.fallbackNumber),
  ],
);
