import { asc, desc, eq, ilike, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { counted, totalOfAll } from "@/db/queries/lists/counted";
import {
  anywhere,
  firstRow,
  type Listed,
  type ListRequest,
  rowsPerPage,
} from "@/db/queries/lists/list-request";
import { actions, knownCallers } from "@/db/schema";

export const knownCallerSorts = ["name", "number", "action"] as const;
type KnownCallerSort = (typeof knownCallerSorts)[number];

export interface ListedKnownCaller {
  id: string;
  name: string;
  /** E.164. */
  number: string;
  note: string;
  /** Where their calls go straight to; null for the way of everybody else. */
  actionName: string | null;
}

const order: Record<KnownCallerSort, SQL> = {
  name: sql`lower(${knownCallers.name})`,
  number: sql`${knownCallers.number}`,
  action: sql`lower(${actions.name})`,
};

/** Found by a part of the name, the note, or the number, whatever is typed between its digits. */
export async function listKnownCallers(
  db: Database,
  request: ListRequest<KnownCallerSort>,
): Promise<Listed<ListedKnownCaller>> {
  const { search, sort, isDescending } = request;
  const rows = await db
    .select({
      id: knownCallers.id,
      name: knownCallers.name,
      number: knownCallers.number,
      note: knownCallers.note,
      actionName: actions.name,
      total: totalOfAll,
    })
    .from(knownCallers)
    .leftJoin(actions, eq(actions.id, knownCallers.actionId))
    .where(matches(search))
    .orderBy(isDescending ? desc(order[sort]) : asc(order[sort]), order.name, knownCallers.id)
    .limit(rowsPerPage)
    .offset(firstRow(request));
  return counted(rows);
}

function matches(search: string): SQL | undefined {
  if (!search) return undefined;
  const digits = search.replace(/\D/g, "");
  return or(
    ...[knownCallers.name, knownCallers.note, knownCallers.number].map((column) =>
      ilike(column, anywhere(search)),
    ),
    digits ? ilike(knownCallers.number, anywhere(digits)) : undefined,
  );
}
