"use server";

import type { SearchedChoice } from "@/app/_components/search-choice";
import { searchSent } from "@/app/_lists/url-texts";
import { listCalledNumbers } from "@/db/queries/calls/list-called-numbers";
import { getFirm } from "@/db/queries/firm/get-firm";
import { requireStaff } from "@/lib/auth/require-staff";
import { calledNumberChoice } from "./filter-choices";

/** Work numbers whose calls can be asked for. */
export async function searchCalledNumbers(search: string): Promise<SearchedChoice[]> {
  const { db } = await requireStaff();
  const [{ numbers }, { country }] = await Promise.all([
    listCalledNumbers(db, { search: searchSent(search) }),
    getFirm(db),
  ]);
  return numbers.map((number) => calledNumberChoice(number, country));
}
