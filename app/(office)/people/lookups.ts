"use server";

import type { SearchedChoice } from "@/app/_components/search-choice";
import { searchSent } from "@/app/_lists/url-texts";
import { listActivityMakers } from "@/db/queries/activity/list-activity-makers";
import { listChoices } from "@/db/queries/configurations/list-choices";
import { listPeopleToChoose } from "@/db/queries/people/list-people-to-choose";
import { requireStaff } from "@/lib/auth/require-staff";
import { zoneName } from "@/lib/schedule/zone-name";
import { personChoice } from "./person-choice";

/**
 * Somebody for a filter or a form: one of the people, or of the accounts that changes are made with. One function for both,
 * since the build puts a line for each function that a browser can call into every voice route.
 */
export async function searchWho(who: "person" | "account", search: string): Promise<SearchedChoice[]> {
  const { db } = await requireStaff();
  if (who === "account") {
    const { makers } = await listActivityMakers(db, { search: searchSent(search) });
    return makers.map(({ id, name }) => ({ id, label: name }));
  }
  const { people } = await listPeopleToChoose(db, { search: searchSent(search) });
  return people.map(personChoice);
}

/** Schedules for somebody's duty. */
export async function searchDutySchedules(search: string): Promise<SearchedChoice[]> {
  const { db } = await requireStaff("manager");
  const { choices } = await listChoices(db, { kind: "schedule", search: searchSent(search) });
  return choices.map(({ id, name, timeZone }) => ({
    id,
    label: name,
    ...(timeZone !== null && { detail: `By the clocks in ${zoneName(timeZone)}` }),
  }));
}
