import { type SQL, sql } from "drizzle-orm";
import { templates } from "@/db/schema";
import type { KindChange } from "@/lib/backup/compare";
import { type Entry, type Kind, keyOf } from "@/lib/backup/set-up";

/** The things of a kind that have to be written. */
export const written = <Of extends Kind>({ added, changed }: KindChange<Of>): Entry<Of>[] => [
  ...added,
  ...changed.map(({ after }) => after),
];

/** The keys of those that stand in the database and are to be others, or none. */
export const touched = <Of extends Kind>({ changed, removed }: KindChange<Of>): string[] => [
  ...changed.map(({ before }) => keyOf(before)),
  ...removed.map(keyOf),
];

const builtInId = (key: string) =>
  sql<string>`(select ${templates.id} from ${templates} where ${templates.builtInKey} = ${key})`;

/** A built-in template has another id in each installation. */
export const templateIdOf = ({ template }: Entry<"actions">): string | SQL<string> =>
  "own" in template ? template.own : builtInId(template.builtIn);
