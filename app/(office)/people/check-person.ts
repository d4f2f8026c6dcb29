import type { Temporal } from "temporal-polyfill";
import { Refusal } from "@/app/_mutations/refusal";
import type { Database } from "@/db/client";
import type { Person } from "@/db/queries/people/find-person";
import { findPersonWithExtension } from "@/db/queries/people/find-person-with-extension";
import { readAwayUntil } from "./_away/read-away-until";
import { checkPhones, phoneRefusals } from "./_phones/check-phones";
import type { TypedPerson } from "./person-schema";

interface Checking {
  db: Database;
  /** Whose form it is: their own extension is free for them. */
  id: string;
  firm: { country: string; timeZone: string };
  now: Temporal.Instant;
}

/**
 * A person as their form says, ready to be saved.
 *
 * @throws Refusal with all that is wrong at once, beside the fields.
 */
export async function checkPerson(
  { name, extension, email, awayUntil, phones }: TypedPerson,
  { db, id, firm: { country, timeZone }, now }: Checking,
): Promise<Omit<Person, "version">> {
  const [checked, holder] = await Promise.all([
    checkPhones(db, phones, country),
    extension === null ? null : findPersonWithExtension(db, { extension, otherThan: id }),
  ]);
  const away = readAwayUntil(awayUntil, { timeZone, now });
  const fieldErrors: Record<string, string> = { ...checked.fieldErrors };
  if (holder) fieldErrors.extension = `This is the extension of ${holder.name}. Each is one person's.`;
  if ("fault" in away) fieldErrors.awayUntil = away.fault;
  if ("fault" in away || Object.keys(fieldErrors).length > 0) throw new Refusal({ fieldErrors });
  return { id, name, extension, email, awayUntil: away.at, phones: checked.phones };
}

/** Stands behind `checkPerson`: for what somebody else saved between the check and the save. */
export const personRefusals = {
  ...phoneRefusals,
  people_extension_unique: {
    field: "extension",
    message: "Somebody else has just been given this extension.",
  },
};
