"use server";

import type { SearchedChoice } from "@/app/_components/search-choice";
import { listCalledNumbers } from "@/db/queries/calls/list-called-numbers";
import { listPeopleOfCalls } from "@/db/queries/calls/list-people-of-calls";
import { getFirm } from "@/db/queries/firm/get-firm";
import { requireStaff } from "@/lib/auth/require-staff";
import { calledNumberChoice, personChoice } from "./filter-choices";

const longestSearch = 100;

/** A bare POST reaches these from anywhere, and may bring anything. */
const textOf = (sent: unknown): string => (typeof sent === "string" ? sent.slice(0, longestSearch) : "");

/** Work numbers whose calls can be asked for. */
export async function searchCalledNumbers(search: string): Promise<SearchedChoice[]> {
  const { db } = await requireStaff();
  const [{ numbers }, { country }] = await Promise.all([
    listCalledNumbers(db, { search: textOf(search) }),
    getFirm(db),
  ]);
  return numbers.map((number) => calledNumberChoice(number, country));
}

/** People whose calls can be asked for. */
export async function searchPeopleOfCalls(search: string): Promise<SearchedChoice[]> {
  const { db } = await requireStaff();
  const { people } = await listPeopleOfCalls(db, { search: textOf(search) });
  return people.map(personChoice);
}
