import type { Route } from "next";
import { type ListRequest, rowsPerPage } from "@/db/queries/lists/list-request";
import { ButtonLink } from "../_components/button-link";
import { formatNumber } from "../_format/format-number";
import { localeHere } from "../_format/locale-here";
import { listHref } from "./list-href";

/** Which part of a list this is, and the ways to the others. */
export async function ListPager({
  path,
  request,
  total,
}: {
  path: Route;
  request: ListRequest;
  total: number;
}) {
  const { page } = request;
  const pages = Math.ceil(total / rowsPerPage);
  if (pages <= 1) return null;
  const locale = await localeHere();
  return (
    <nav aria-label="Pages of this list" className="mt-6 flex flex-wrap items-center justify-center gap-3">
      {page > 1 && <ButtonLink href={listHref(path, request, { page: page - 1 })}>Previous</ButtonLink>}
      <span className="text-sm text-muted">
        Page {formatNumber(page, locale)} of {formatNumber(pages, locale)}, {formatNumber(total, locale)} in
        all
      </span>
      {page < pages && <ButtonLink href={listHref(path, request, { page: page + 1 })}>Next</ButtonLink>}
    </nav>
  );
}
