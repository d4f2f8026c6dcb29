import type { Route } from "next";
import type { ListRequest } from "@/db/queries/lists/list-request";

/** The URL of the part of a list that a search finds. */
export const searchHref = (path: Route, search: string): Route =>
  `${path}?${new URLSearchParams({ q: search })}` as Route;

/** The URL of another part of the same list; what it does not change stays, save that a new order begins at the first page. */
export function listHref(path: Route, request: ListRequest, change: Partial<ListRequest>): Route {
  const { search, sort, isDescending, page } = { ...request, page: 1, ...change };
  const query = new URLSearchParams();
  if (search) query.set("q", search);
  query.set("sort", `${isDescending ? "-" : ""}${sort}`);
  if (page > 1) query.set("page", String(page));
  return `${path}?${query}` as Route;
}
