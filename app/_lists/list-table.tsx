import { Card } from "@heroui/react/card";
import type { Route } from "next";
import type { ReactNode } from "react";
import { NearLink } from "@/app/_components/near-link";
import type { ListRequest } from "@/db/queries/lists/list-request";
import { listHref } from "./list-href";

export interface Column<Row> {
  label: string;
  /** What the list is sorted by when its heading is followed. */
  sort?: string;
  cell(row: Row): ReactNode;
  /** Left out where a phone's screen has no room for it. */
  isSecondary?: boolean;
}

interface ListTableProps<Row> {
  /** What the list is of, for screen readers. */
  label: string;
  path: Route;
  request: ListRequest;
  rows: readonly Row[];
  keyOf(row: Row): string;
  /** The first one names the row, and is its heading. */
  columns: readonly [Column<Row>, ...Column<Row>[]];
}

const roomy = "hidden md:table-cell";

/** A page of a list. Its order is in the URL, so that it can be kept, sent and gone back to. */
export function ListTable<Row>({ label, path, request, rows, keyOf, columns }: ListTableProps<Row>) {
  const [first, ...others] = columns;
  return (
    <Card className="overflow-x-auto p-0">
      <table className="w-full text-sm">
        <caption className="sr-only">{label}</caption>
        <thead className="border-b border-separator text-start text-xs text-muted">
          <tr>
            {columns.map((column) => (
              <Heading key={column.label} {...{ column, path, request }} />
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-separator">
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <th scope="row" className="px-5 py-3.5 text-start align-top font-medium wrap-anywhere">
                {first.cell(row)}
              </th>
              {others.map((column) => (
                <td
                  key={column.label}
                  className={`px-5 py-3.5 align-top wrap-anywhere ${column.isSecondary ? roomy : ""}`}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Heading<Row>({
  column,
  path,
  request,
}: Pick<ListTableProps<Row>, "path" | "request"> & { column: Column<Row> }) {
  const { label, sort, isSecondary } = column;
  const place = `px-5 py-3 text-start font-medium whitespace-nowrap ${isSecondary ? roomy : ""}`;
  if (sort === undefined)
    return (
      <th scope="col" className={place}>
        {label}
      </th>
    );
  const isSorted = request.sort === sort;
  const isDescending = isSorted && request.isDescending;
  return (
    <th
      scope="col"
      className={place}
      {...(isSorted && { "aria-sort": isDescending ? "descending" : "ascending" })}
    >
      <NearLink
        href={listHref(path, request, { sort, isDescending: isSorted && !isDescending })}
        className="rounded outline-none hover:text-foreground focus-visible:status-focused"
      >
        {label}
        <span aria-hidden="true" className={isSorted ? "" : "invisible"}>
          {isDescending ? " ↓" : " ↑"}
        </span>
      </NearLink>
    </th>
  );
}
