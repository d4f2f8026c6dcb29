import { eq } from "drizzle-orm";
import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { phoneNumbers, type VoiceSettings } from "@/db/schema";

// None of these counts as an edit: somebody who has the number's form open meanwhile may still save it.

const toDate = (at: Temporal.Instant) => new Date(at.epochMilliseconds);

/** What this app wants to stand at Twilio from now on, and what stood there before it came. */
export async function wantSettings(
  db: Database,
  { id, wanted, before }: { id: string; wanted: VoiceSettings; before: VoiceSettings | null },
): Promise<void> {
  await db
    .update(phoneNumbers)
    .set({ settingsWanted: wanted, settingsBefore: before })
    .where(eq(phoneNumbers.id, id));
}

/** What Twilio has just said stands there. */
export async function confirmSettings(
  db: Database,
  { id, confirmed, at }: { id: string; confirmed: VoiceSettings; at: Temporal.Instant },
): Promise<void> {
  await db
    .update(phoneNumbers)
    .set({ settingsConfirmed: confirmed, synchronisedAt: toDate(at) })
    .where(eq(phoneNumbers.id, id));
}

/** A test number goes to a preview or, where that is null, comes back here: Twilio has done it, and nothing was recorded before. */
export async function recordPreview(
  db: Database,
  {
    id,
    previewOrigin,
    wanted,
    before,
    confirmed,
    at,
  }: {
    id: string;
    previewOrigin: string | null;
    wanted: VoiceSettings;
    before: VoiceSettings | null;
    confirmed: VoiceSettings;
    at: Temporal.Instant;
  },
): Promise<void> {
  await db
    .update(phoneNumbers)
    .set({
      previewOrigin,
      previewSince: previewOrigin === null ? null : toDate(at),
      settingsWanted: wanted,
      settingsBefore: before,
      settingsConfirmed: confirmed,
      synchronisedAt: toDate(at),
    })
    .where(eq(phoneNumbers.id, id));
}

/** This app wants nothing of the number any more; with what Twilio has just said stands there, if it was asked. */
export async function forgetNumber(
  db: Database,
  { id, ...told }: { id: string } & ({ confirmed: VoiceSettings; at: Temporal.Instant } | object),
): Promise<void> {
  await db
    .update(phoneNumbers)
    .set({
      settingsWanted: null,
      settingsBefore: null,
      previewOrigin: null,
      previewSince: null,
      ...("at" in told && { settingsConfirmed: told.confirmed, synchronisedAt: toDate(told.at) }),
    })
    .where(eq(phoneNumbers.id, id));
}

/** The account no longer has the number. What is wanted of it stays known, for if it comes back. */
export async function markNumberGone(
  db: Database,
  { id, at }: { id: string; at: Temporal.Instant },
): Promise<void> {
  await db
    .update(phoneNumbers)
    .set({ goneSince: toDate(at), synchronisedAt: toDate(at) })
    .where(eq(phoneNumbers.id, id));
}
