import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import {
  findPeopleToTell,
  listUntoldMessages,
  type MessageToTell,
} from "@/db/queries/notices/list-people-to-tell";
import { planNotices } from "@/db/queries/notices/plan-notices";
import { recipientsOf } from "@/lib/notices/recipients";
import { canBeTexted } from "@/lib/text-message/can-be-texted";

/** So long whoever is named is told, though they may have been named since the message came. */
const lostMinutes = 60;
/** So long those are told who were named then: an outage may outlast an hour, and a notice is promised. */
const longestLostHours = 24;

/** Puts down who is to be told of a message; whom its action names later is not. */
export async function planNoticesOf(db: Database, recordingSid: string, at: Temporal.Instant): Promise<void> {
  const message = await findPeopleToTell(db, { recordingSid });
  if (message) await plan(db, message, at);
}

/** The same for messages of which the callback that does it was lost. */
export async function planLostNotices(db: Database, at: Temporal.Instant): Promise<void> {
  const messages = await listUntoldMessages(db, {
    recent: at.subtract({ minutes: lostMinutes }),
    unchanged: at.subtract({ hours: longestLostHours }),
  });
  await Promise.all(messages.map((message) => plan(db, message, at)));
}

const plan = (db: Database, { voicemailId, people }: MessageToTell, at: Temporal.Instant): Promise<void> =>
  planNotices(db, { voicemailId, recipients: recipientsOf(people, canBeTexted).recipients, at });
