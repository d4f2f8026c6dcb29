import type { ReceivedRequest } from "./answer-request";
import type { RestAnswer } from "./rest-answer";

/** One page of a list, with the way to the others. */
export function pageOf(
  name: string,
  all: readonly unknown[],
  largestPage: number,
  { path, query }: ReceivedRequest,
): RestAnswer {
  const size = Math.min(Number(query.get("PageSize") ?? 50), largestPage);
  const page = Number(query.get("Page") ?? 0);
  const start = page * size;
  const found = all.slice(start, start + size);
  const others = new URLSearchParams(query);
  const uri = (wanted: number) => {
    others.set("PageSize", String(size));
    others.set("Page", String(wanted));
    return `${path}?${others}`;
  };
  return {
    status: 200,
    body: {
      end: start + found.length - 1,
      first_page_uri: uri(0),
      [name]: found,
      next_page_uri: start + size < all.length ? uri(page + 1) : null,
      page,
      page_size: size,
      previous_page_uri: page > 0 ? uri(page - 1) : null,
      start,
      uri: uri(page),
    },
  };
}
