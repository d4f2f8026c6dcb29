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
  { name, extension, email, phones, ...person }: Omit<Person, "id" | "version">,
  { country, timeZone, now }: Here,
): InWords => ({
  Name: name,
  Extension: extension ?? "",
  "E-mail address": email ?? "",
  Phones: phonesInWords(phones, country),
  "Told of voicemails": toldInWords(person),
  "On duty": person.dutySchedule?.name ?? "Always",
  "Away until": awayInWords(person.awayUntil, { timeZone, now, locale: recordLocale }) ?? "",
});

/** "By e-mail and by text", or how else they learn of voicemails that are left for them. */
export function toldInWords({
  isToldByEmail,
  isToldByText,
}: Pick<Person, "isToldByEmail" | "isToldByText">): string {
  if (isToldByEmail) return isToldByText ? "By e-mail and by text" : "By e-mail";
  return isToldByText ? "By text" : "Not at all";
}

/** "Mon, Nov 23, 9:00 AM EST", or null for somebody who is here. */
export function awayInWords(
  awayUntil: Date | null,
  { timeZone, now, locale }: Omit<Here, "country"> & { locale: string },
): string | null {
  if (!awayUntil || awayUntil.getTime() <= now.epochMilliseconds) return null;
  const until = Temporal.Instant.fromEpochMilliseconds(awayUntil.getTime());
  return instantInWords(until, { now, timeZone, locale });
}
