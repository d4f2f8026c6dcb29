import type { ListRequest } from "@/db/queries/lists/list-request";
import { longestSearch, type SearchParams } from "./url-texts";

/** Beyond any list; keeps an offset within what Postgres takes. */
const lastPage = 100_000;

/**
 * What part of a list a URL asks for. Whatever it says that makes no sense reads as the default: it is a link, not a form.
 *
 * @param sorts what the list can be sorted by; the first is the default.
 */
export function readListRequest<Sort extends string>(
  searchParams: SearchParams,
  sorts: readonly [Sort, ...Sort[]],
): ListRequest<Sort> {
  const one = (name: string) => {
    const value = searchParams[name];
    return typeof value === "string" ? value : "";
  };
  const wanted = one("sort");
  const isDescending = wanted.startsWith("-");
  const sort = sorts.find((candidate) => candidate === wanted.slice(isDescending ? 1 : 0));
  const page = /^[1-9]\d{0,5}$/.test(one("page")) ? Math.min(Number(one("page")), lastPage) : 1;
  return {
    search: one("q").trim().slice(0, longestSearch),
    sort: sort ?? sorts[0],
    isDescending: sort !== undefined && isDescending,
    page,
  };
}
