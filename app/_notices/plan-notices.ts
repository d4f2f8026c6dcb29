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

/** Twilio tells of a recording once. An hour later nobody needs a notice of it, and whoever was named since least of all. */
const lostMinutes = 60;

/** Puts down who is to be told of a message; whom its action names later is not. */
export async function planNoticesOf(db: Database, recordingSid: string, at: Temporal.Instant): Promise<void> {
  const message = await findPeopleToTell(db, { recordingSid });
  if (message) await plan(db, message, at);
}

/** The same for messages of which the callback that does it was lost. */
export async function planLostNotices(db: Database, at: Temporal.Instant): Promise<void> {
  const messages = await listUntoldMessages(db, at.subtract({ minutes: lostMinutes }));
  await Promise.all(messages.map((message) => plan(db, message, at)));
}

const plan = (db: Database, { voicemailId, people }: MessageToTell, at: Temporal.Instant): Promise<void> =>
  planNotices(db, { voicemailId, recipients: recipientsOf(people, canBeTexted).recipients, at });
