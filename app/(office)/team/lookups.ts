"use server";

import type { SearchedChoice } from "@/app/_components/search-choice";
import { searchSent } from "@/app/_lists/url-texts";
import { searchLinkablePeople } from "@/db/queries/staff/search-linkable-people";
import { requireStaff } from "@/lib/auth/require-staff";
import { personChoice } from "../people/person-choice";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The people that a member of the team can be. A bare POST reaches this from anywhere, and may bring anything. */
export async function searchPeopleToBe(staffUserId: string, search: string): Promise<SearchedChoice[]> {
  const { db } = await requireStaff("owner");
  if (typeof staffUserId !== "string" || !uuid.test(staffUserId)) return [];
  const found = await searchLinkablePeople(db, { staffUserId, search: searchSent(search) });
  return found.map(personChoice);
}
