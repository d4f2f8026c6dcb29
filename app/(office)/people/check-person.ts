import type { Temporal } from "temporal-polyfill";
import { listInWords } from "@/app/_format/list-in-words";
import { Refusal } from "@/app/_mutations/refusal";
import type { Database } from "@/db/client";
import { listMenusWithKey } from "@/db/queries/actions/list-menus-with-key";
import type { Person } from "@/db/queries/people/find-person";
import { findPersonWithExtension } from "@/db/queries/people/find-person-with-extension";
import { findScheduleName } from "@/db/queries/schedules/find-schedule-name";
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
  { name, extension, email, awayUntil, dutyScheduleId, isToldByEmail, isToldByText, phones }: TypedPerson,
  { db, id, firm: { country, timeZone }, now }: Checking,
): Promise<Omit<Person, "version">> {
  const [checked, holder, scheduleName, menus] = await Promise.all([
    checkPhones(db, phones, country),
    extension === null ? null : findPersonWithExtension(db, { extension, otherThan: id }),
    dutyScheduleId === null ? null : findScheduleName(db, dutyScheduleId),
    extension === null ? [] : listMenusWithKey(db, extension.charAt(0)),
  ]);
  const away = readAwayUntil(awayUntil, { timeZone, now });
  const fieldErrors: Record<string, string> = { ...checked.fieldErrors };
  if (extension !== null && menus.length > 0) fieldErrors.extension = menusInTheWay(extension, menus);
  if (holder) fieldErrors.extension = `This is the extension of ${holder.name}. Each is one person's.`;
  if (dutyScheduleId !== null && scheduleName === null) fieldErrors.dutyScheduleId = scheduleGone;
  if ("fault" in away) fieldErrors.awayUntil = away.fault;
  if ("fault" in away || Object.keys(fieldErrors).length > 0) throw new Refusal({ fieldErrors });
  const dutySchedule =
    dutyScheduleId === null || scheduleName === null ? null : { id: dutyScheduleId, name: scheduleName };
  return {
    id,
    name,
    extension,
    email,
    awayUntil: away.at,
    dutySchedule,
    isToldByEmail,
    isToldByText,
    phones: checked.phones,
  };
}

const scheduleGone = "This schedule has been deleted in the meantime. Choose another.";

/** A person as their row holds them: the phones have rows of their own. */
export function personRow({ phones: _, dutySchedule, ...row }: Omit<Person, "version">) {
  return { ...row, dutyScheduleId: dutySchedule?.id ?? null };
}

/** A menu that takes extensions tells them from its own keys by the first key that is pressed. */
function menusInTheWay(extension: string, menus: readonly { name: string }[]): string {
  const names = listInWords(
    menus.map(({ name }) => `“${name}”`),
    "en",
  );
  const has = menus.length === 1 ? "has that key itself" : "have that key themselves";
  return `No extension can begin with ${extension.charAt(0)}: ${names}, where callers may dial an extension, ${has}.`;
}

/** Stands behind `checkPerson`: for what somebody else saved between the check and the save. */
export const personRefusals = {
  ...phoneRefusals,
  people_extension_unique: {
    field: "extension",
    message: "Somebody else has just been given this extension.",
  },
  people_duty_schedule_id_schedules_id_fk: { field: "dutyScheduleId", message: scheduleGone },
};
