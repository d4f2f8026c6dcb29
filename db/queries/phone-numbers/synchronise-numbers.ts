import { sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { phoneNumbers } from "@/db/schema";
import type { KeptNumber, SynchronisationPlan } from "@/lib/twilio/rest/plan-synchronisation";

/** Every number, with what is known of it at Twilio. */
export function listKeptNumbers(db: Database): Promise<KeptNumber[]> {
  return db
    .select({
      id: phoneNumbers.id,
      number: phoneNumbers.number,
      twilioSid: phoneNumbers.twilioSid,
      goneSince: phoneNumbers.goneSince,
      canVoice: phoneNumbers.canVoice,
      canSms: phoneNumbers.canSms,
      canMms: phoneNumbers.canMms,
      settingsBefore: phoneNumbers.settingsBefore,
      settingsWanted: phoneNumbers.settingsWanted,
      settingsConfirmed: phoneNumbers.settingsConfirmed,
    })
    .from(phoneNumbers);
}

/** Whether nobody has asked Twilio about a number since `at`: what was told then is older than what is known. */
const isNotNewer = (at: string) => sql`(synchronised_at is null or synchronised_at <= ${at}::timestamptz)`;

/**
 * Records what Twilio said at `at` about all numbers of the account, all of it or nothing, in three statements whatever
 * their number. Whatever was asked of Twilio since then, about a single number, stands.
 */
export async function recordSynchronisation(
  db: Database,
  { plan, at }: { plan: SynchronisationPlan; at: Temporal.Instant },
): Promise<void> {
  const when = at.toString({ fractionalSecondDigits: 3 });
  const added = plan.added.map(({ friendlyName, number, ...rest }) => ({
    ...rest,
    number,
    friendlyName: friendlyName.trim() || number,
  }));
  const found = plan.found.map(({ id, at: told, isAnother, isLetGo }) => ({
    id,
    isAnother,
    isLetGo,
    ...told,
  }));
  const told = sql`sid text, number text, "friendlyName" text, "canVoice" boolean, "canSms" boolean, "canMms" boolean,
    settings jsonb`;
  await db.batch([
    db.execute(sql`
      insert into ${phoneNumbers} (twilio_sid, number, friendly_name, can_voice, can_sms, can_mms,
        settings_confirmed, synchronised_at)
      select sid, number, "friendlyName", "canVoice", "canSms", "canMms", settings, ${when}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(added)}::jsonb) as told(${told})
      on conflict do nothing`),
    db.execute(sql`
      update ${phoneNumbers} set
        twilio_sid = told.sid,
        can_voice = told."canVoice", can_sms = told."canSms", can_mms = told."canMms",
        settings_confirmed = told.settings,
        settings_wanted = case
          when "isLetGo" or ("isAnother" and (settings_wanted = settings_before or preview_origin is not null))
          then null else settings_wanted end,
        preview_origin = case when "isAnother" then null else preview_origin end,
        preview_since = case when "isAnother" then null else preview_since end,
        settings_before = case when "isLetGo" or "isAnother" then null else settings_before end,
        synchronised_at = ${when}::timestamptz,
        gone_since = null
      from jsonb_to_recordset(${JSON.stringify(found)}::jsonb)
        as told(id uuid, "isAnother" boolean, "isLetGo" boolean, ${told})
      where ${phoneNumbers.id} = told.id and ${isNotNewer(when)}`),
    db.execute(sql`
      update ${phoneNumbers} set
        gone_since = ${when}::timestamptz, synchronised_at = ${when}::timestamptz
      where id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(plan.gone)}::jsonb))
        and ${isNotNewer(when)}`),
  ]);
}
