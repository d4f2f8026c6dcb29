import type { Route } from "next";
import type { ReactNode } from "react";
import type { Listed, ListRequest } from "@/db/queries/lists/list-request";
import { ButtonLink } from "../_components/button-link";
import { EmptyNotice } from "../_components/empty-notice";
import { ListPager } from "./list-pager";
import { ListSearch } from "./list-search";
import { type Column, ListTable } from "./list-table";

interface ListViewProps<Row> {
  path: Route;
  request: ListRequest;
  listed: Listed<Row>;
  /** The things in the list, such as "schedules". */
  things: string;
  searchLabel: string;
  keyOf(row: Row): string;
  columns: readonly [Column<Row>, ...Column<Row>[]];
  /** What to say, and what to do next, while there are none at all. */
  empty: ReactNode;
}

/** A list with its search, its order, its pages, and what it says when there is nothing to show. */
export function ListView<Row>(props: ListViewProps<Row>) {
  const { path, request, listed, things, searchLabel, keyOf, columns, empty } = props;
  if (listed.rows.length === 0 && !request.search && request.page === 1) return <>{empty}</>;
  return (
    <>
      <ListSearch path={path} request={request} label={searchLabel} />
      {listed.rows.length === 0 ? (
        <EmptyNotice title={request.search ? `Nothing matches “${request.search}”` : "This page is empty"}>
          <ButtonLink href={path}>Show all {things}</ButtonLink>
        </EmptyNotice>
      ) : (
        <ListTable {...{ path, request, keyOf, columns }} rows={listed.rows} label={things} />
      )}
      <ListPager path={path} request={request} total={listed.total} />
    </>
  );
}
