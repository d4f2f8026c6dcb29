import { sql } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { hasActiveConfiguration, isUnsettled } from "@/db/queries/phone-numbers/number-standing";
import {
  actionPeople,
  calls,
  people,
  personPhones,
  phoneNumbers,
  scheduleOverrides,
  schedules,
  templateParameters,
  type VoiceSettings,
  voicemails,
} from "@/db/schema";
import { voicemailParameters } from "@/lib/call/voicemail-parameters";

/** Something with a page of its own. */
interface Named {
  id: string;
  name: string;
}

/** What somebody should look at, of each kind at most the first few. */
export interface Attention {
  newVoicemails: number;
  /** Calls of the last day that were answered while the database was away or slow. */
  degradedCalls: number;
  /** Numbers whose calls may not arrive: their settings at Twilio are not what is wanted, or the account has them no longer. */
  numbersAtTwilio: (Named & {
    twilioSid: string | null;
    goneSince: string | null;
    settingsBefore: VoiceSettings | null;
    settingsWanted: VoiceSettings | null;
    settingsConfirmed: VoiceSettings | null;
    hasActiveConfiguration: boolean;
  })[];
  /** Overrides without an end that have stood for a day. */
  forgottenOverrides: (Named & { isOpen: boolean; setByName: string })[];
  /** People whom an action rings, and none of whose phones is rung. */
  unreachable: Named[];
  /** People with a phone that is one of our own numbers, which was bought after it was entered. */
  goingRound: Named[];
}

const mostOfEach = 5;
const dayHours = 24;

/** In one statement, however many numbers, people and schedules there are. */
export async function listAttention(db: Database, at: Temporal.Instant): Promise<Attention> {
  const aDayAgo = at.subtract({ hours: dayHours }).toString();
  const first = (select: ReturnType<typeof sql>) =>
    sql`(select coalesce(json_agg(row_to_json(found)), '[]') from (${select} limit ${mostOfEach}) as found)`;
  const [row] = await db
    .select({
      attention: sql<Attention>`json_build_object(
        'newVoicemails', (
          select count(*) from ${voicemails} where ${voicemails.heardAt} is null and ${voicemails.archivedAt} is null
        ),
        'degradedCalls', (
          select count(*) from ${calls}
          where ${calls.receivedAt} > ${aDayAgo}::timestamptz and ${calls.degradedTo} is not null
        ),
        'numbersAtTwilio', ${first(sql`
          select ${phoneNumbers.id}, ${phoneNumbers.friendlyName} as "name", ${phoneNumbers.twilioSid} as "twilioSid",
            ${phoneNumbers.goneSince} as "goneSince", ${phoneNumbers.settingsBefore} as "settingsBefore",
            ${phoneNumbers.settingsWanted} as "settingsWanted", ${phoneNumbers.settingsConfirmed} as "settingsConfirmed",
            ${hasActiveConfiguration} as "hasActiveConfiguration"
          from ${phoneNumbers}
          where ${phoneNumbers.twilioSid} is not null
            and case when ${phoneNumbers.goneSince} is not null then ${hasActiveConfiguration} else ${isUnsettled} end
          order by lower(${phoneNumbers.friendlyName})
        `)},
        'forgottenOverrides', ${first(sql`
          select ${schedules.id}, ${schedules.name}, ${scheduleOverrides.isOpen} as "isOpen",
            ${scheduleOverrides.setByName} as "setByName"
          from ${scheduleOverrides} join ${schedules} on ${schedules.id} = ${scheduleOverrides.scheduleId}
          where ${scheduleOverrides.until} is null and ${scheduleOverrides.setAt} < ${aDayAgo}::timestamptz
          order by lower(${schedules.name})
        `)},
        'unreachable', ${first(sql`
          select ${people.id}, ${people.name} from ${people}
          where exists (
              select from ${actionPeople}
              join ${templateParameters} on ${templateParameters.id} = ${actionPeople.parameterId}
              where ${actionPeople.personId} = ${people.id} and ${templateParameters.key} <> ${voicemailParameters.notify}
            )
            and not exists (
              select from ${personPhones} where ${personPhones.personId} = ${people.id} and ${personPhones.isRung}
            )
          order by lower(${people.name})
        `)},
        'goingRound', ${first(sql`
          select distinct on (lower(${people.name}), ${people.id}) ${people.id}, ${people.name} from ${people}
          join ${personPhones} on ${personPhones.personId} = ${people.id}
          join ${phoneNumbers} on ${phoneNumbers.number} = ${personPhones.number}
          order by lower(${people.name})
        `)}
      )`,
    })
    .from(sql`(select) as nothing`);
  if (!row) throw new Error("A select without a condition answered no row.");
  return row.attention;
}
