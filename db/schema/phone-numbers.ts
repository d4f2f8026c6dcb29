import { sql } from "drizzle-orm";
import { boolean, check, jsonb, pgTable, text, unique } from "drizzle-orm/pg-core";
import { checkE164, checkNotBlank, createdAt, id, instant, updatedAt, version } from "./columns";

/** The voice settings of one number as Twilio's REST API names and returns them; an unset one is "". */
export interface VoiceSettings {
  voiceUrl: string;
  voiceMethod: string;
  voiceFallbackUrl: string;
  voiceFallbackMethod: string;
  statusCallback: string;
  statusCallbackMethod: string;
  voiceApplicationSid: string;
  trunkSid: string;
}

/** A Twilio number of the account, kept here so that pages need no call to Twilio. */
export const phoneNumbers = pgTable(
  "phone_numbers",
  {
    id: id(),
    /** Null for an example number that no account owns. */
    twilioSid: text("twilio_sid"),
    number: text("number").notNull(),
    friendlyName: text("friendly_name").notNull(),
    canVoice: boolean("can_voice").notNull().default(true),
    canSms: boolean("can_sms").notNull().default(false),
    canMms: boolean("can_mms").notNull().default(false),
    /** What stood at Twilio before this app took the number over, to be put back when it lets go. */
    settingsBefore: jsonb("settings_before").$type<VoiceSettings>(),
    /** What this app wants to stand at Twilio; null while it wants nothing. */
    settingsWanted: jsonb("settings_wanted").$type<VoiceSettings>(),
    /** What Twilio last said stands there. */
    settingsConfirmed: jsonb("settings_confirmed").$type<VoiceSettings>(),
    /** When Twilio last told us about this number. */
    synchronisedAt: instant("synchronised_at"),
    /** Since when the account no longer has it. */
    goneSince: instant("gone_since"),
    /** Nobody outside the firm calls it: it may be pointed at a preview. */
    isTestNumber: boolean("is_test_number").notNull().default(false),
    /** Where its calls go in place of here, and since when; what is wanted at Twilio then is the preview's. */
    previewOrigin: text("preview_origin"),
    previewSince: instant("preview_since"),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    unique("phone_numbers_number_unique").on(table.number),
    unique("phone_numbers_twilio_sid_unique").on(table.twilioSid),
    checkE164("phone_numbers_number_e164", table.number),
    checkNotBlank("phone_numbers_friendly_name_not_blank", table.friendlyName),
    check(
      "phone_numbers_preview_of_test_number",
      sql`${table.previewOrigin} is null or ${table.isTestNumber}`,
    ),
    check(
      "phone_numbers_preview_dated",
      sql`(${table.previewOrigin} is null) = (${table.previewSince} is null)`,
    ),
    check("phone_numbers_preview_origin_https", sql`${table.previewOrigin} ~ '^https://[a-z0-9.-]+$'`),
    check("phone_numbers_twilio_sid_form", sql`${table.twilioSid} ~ '^PN[0-9a-f]{32}$'`),
  ],
);
