import { ilike, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { firstChoices, mostChoices } from "@/db/queries/configurations/list-choices";
import { anywhere } from "@/db/queries/lists/list-request";
import { staffUsers } from "@/db/schema";

/**
 * The first of those whose changes can be asked for, who are all that have an account, by name.
 *
 * @param search a part of the name; empty for any.
 * @param chosen the id of somebody who is among them, however many there are; empty for nobody.
 */
export async function listActivityMakers(
  db: Database,
  { search = "", chosen = "" }: { search?: string; chosen?: string } = {},
): Promise<{ makers: { id: string; name: string }[]; isAll: boolean }> {
  const { id, name } = staffUsers;
  const isChosen = sql`coalesce(${id} = nullif(${chosen}, '')::uuid, false)`;
  const rows = await db
    .select({ id, name })
    .from(staffUsers)
    .where(or(isChosen, ilike(name, anywhere(search))))
    .orderBy(sql`${isChosen} desc`, sql`lower(${name})`, id)
    .limit(mostChoices + 1);
  const { shown, isAll } = firstChoices(rows);
  return { makers: shown, isAll };
}
