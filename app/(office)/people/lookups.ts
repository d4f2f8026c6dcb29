"use server";

import type { SearchedChoice } from "@/app/_components/search-choice";
import { listChoices } from "@/db/queries/configurations/list-choices";
import { requireStaff } from "@/lib/auth/require-staff";
import { zoneName } from "@/lib/schedule/zone-name";

const longestSearch = 100;

/** Schedules for somebody's duty. A bare POST reaches this from anywhere, and may bring anything. */
export async function searchDutySchedules(search: string): Promise<SearchedChoice[]> {
  const { db } = await requireStaff("manager");
  const text = typeof search === "string" ? search.slice(0, longestSearch) : "";
  const { choices } = await listChoices(db, { kind: "schedule", search: text });
  return choices.map(({ id, name, timeZone }) => ({
    id,
    label: name,
    ...(timeZone !== null && { detail: `By the clocks in ${zoneName(timeZone)}` }),
  }));
}
