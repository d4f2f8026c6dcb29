import { ilike, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { firstChoices, mostChoices } from "@/db/queries/configurations/list-choices";
import { anywhere } from "@/db/queries/lists/list-request";
import { people } from "@/db/schema";

export interface PersonToChoose {
  id: string;
  name: string;
  extension: string | null;
}

/**
 * The first of the people, by name, to choose one of them.
 *
 * @param search a part of the name or of the extension; empty for any.
 * @param chosen the id of somebody who is among them, however many there are; empty for nobody.
 */
export async function listPeopleToChoose(
  db: Database,
  { search = "", chosen = "" }: { search?: string; chosen?: string } = {},
): Promise<{ people: PersonToChoose[]; isAll: boolean }> {
  const { id, name, extension } = people;
  const isChosen = sql`coalesce(${id} = nullif(${chosen}, '')::uuid, false)`;
  const rows = await db
    .select({ id, name, extension })
    .from(people)
    .where(or(isChosen, ilike(name, anywhere(search)), ilike(extension, anywhere(search))))
    .orderBy(sql`${isChosen} desc`, sql`lower(${name})`, id)
    .limit(mostChoices + 1);
  const { shown, isAll } = firstChoices(rows);
  return { people: shown, isAll };
}
