import { asc, desc, eq, ilike, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { counted, totalOfAll } from "@/db/queries/lists/counted";
import {
  anywhere,
  firstRow,
  type Listed,
  type ListRequest,
  rowsPerPage,
} from "@/db/queries/lists/list-request";
import { blockedCallers, staffUsers } from "@/db/schema";

export const blockedCallerSorts = ["number", "since"] as const;

export interface ListedBlockedCaller {
  id: string;
  /** E.164, or "anonymous". */
  number: string;
  note: string;
  /** Null when whoever it was has left. */
  blockedByName: string | null;
  since: Date;
}

/** Found by a part of the number, whatever is typed between its digits, or of the note. */
export async function listBlockedCallers(
  db: Database,
  request: ListRequest<(typeof blockedCallerSorts)[number]>,
): Promise<Listed<ListedBlockedCaller>> {
  const { search, sort, isDescending } = request;
  const digits = search.replace(/\D/g, "");
  const order = isDescending ? desc : asc;
  const rows = await db
    .select({
      id: blockedCallers.id,
      number: blockedCallers.number,
      note: blockedCallers.note,
      blockedByName: staffUsers.name,
      since: blockedCallers.createdAt,
      total: totalOfAll,
    })
    .from(blockedCallers)
    .leftJoin(staffUsers, eq(staffUsers.id, blockedCallers.blockedById))
    .where(
      search
        ? or(
            ilike(blockedCallers.note, anywhere(search)),
            ilike(blockedCallers.number, anywhere(search)),
            digits ? ilike(blockedCallers.number, anywhere(digits)) : sql`false`,
          )
        : undefined,
    )
    .orderBy(order(sort === "since" ? blockedCallers.createdAt : blockedCallers.number), blockedCallers.id)
    .limit(rowsPerPage)
    .offset(firstRow(request));
  return counted(rows);
}
