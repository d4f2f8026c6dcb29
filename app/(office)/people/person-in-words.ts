import { Temporal } from "temporal-polyfill";
import { instantInWords } from "@/app/_format/instant-in-words";
import type { InWords } from "@/db/queries/activity/record-activity";
import type { Person } from "@/db/queries/people/find-person";
import { phonesInWords } from "./_phones/phones-in-words";

interface Here {
  /** The firm's. */
  country: string;
  timeZone: string;
  now: Temporal.Instant;
}

/** Records are read by everybody, so they are written in one locale. */
const recordLocale = "en-US";

/** A person as the activity page shows them. */
export const personInWords = (
  { name, extension, email, awayUntil, phones }: Omit<Person, "id" | "version">,
  { country, timeZone, now }: Here,
): InWords => ({
  Name: name,
  Extension: extension ?? "",
  "E-mail address": email ?? "",
  Phones: phonesInWords(phones, country),
  "Away until": awayInWords(awayUntil, { timeZone, now, locale: recordLocale }) ?? "",
});

/** "Mon, Nov 23, 9:00 AM EST", or null for somebody who is here. */
export function awayInWords(
  awayUntil: Date | null,
  { timeZone, now, locale }: Omit<Here, "country"> & { locale: string },
): string | null {
  if (!awayUntil || awayUntil.getTime() <= now.epochMilliseconds) return null;
  const until = Temporal.Instant.fromEpochMilliseconds(awayUntil.getTime());
  return instantInWords(until, { now, timeZone, locale });
}
