"use server";

import type { SearchedChoice } from "@/app/_components/search-choice";
import { searchLinkablePeople } from "@/db/queries/staff/search-linkable-people";
import { requireStaff } from "@/lib/auth/require-staff";

const longestSearch = 100;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The people that a member of the team can be. A bare POST reaches this from anywhere, and may bring anything. */
export async function searchPeopleToBe(staffUserId: string, search: string): Promise<SearchedChoice[]> {
  const { db } = await requireStaff("owner");
  if (typeof staffUserId !== "string" || !uuid.test(staffUserId)) return [];
  const text = typeof search === "string" ? search.slice(0, longestSearch) : "";
  const found = await searchLinkablePeople(db, { staffUserId, search: text });
  return found.map(({ id, name, extension }) => ({
    id,
    label: name,
    ...(extension !== null && { detail: `Extension ${extension}` }),
  }));
}
