"use server";

import type { SearchedChoice } from "@/app/_components/search-choice";
import { searchSent } from "@/app/_lists/url-texts";
import { listChoices } from "@/db/queries/configurations/list-choices";
import { requireStaff } from "@/lib/auth/require-staff";
import { zoneName } from "@/lib/schedule/zone-name";

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
