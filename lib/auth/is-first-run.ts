import { hasOwner } from "@/db/queries/staff/owners";
import { pageDatabase } from "./page-database";

let isOver = false;

/** Whether there is no owner yet. Once there is one there always is, so a process asks until it has heard of one. */
export async function isFirstRun(): Promise<boolean> {
  isOver ||= await hasOwner(pageDatabase());
  return !isOver;
}
