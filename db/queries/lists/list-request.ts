/** Which part of a list a page shows, as its URL says. */
export interface ListRequest<Sort extends string = string> {
  /** Trimmed; empty when nothing is searched for. */
  search: string;
  sort: Sort;
  isDescending: boolean;
  /** 1 is the first. */
  page: number;
}

export const rowsPerPage = 50;

/** One page of a list. */
export interface Listed<Row> {
  rows: Row[];
  /** How many the search finds, on all pages. */
  total: number;
}

export const firstRow = ({ page }: ListRequest): number => (page - 1) * rowsPerPage;

/** A pattern for ILIKE that finds the text anywhere, its `%` and `_` taken as they are. */
export const anywhere = (search: string): string => `%${search.replace(/[\\%_]/g, "\\$&")}%`;
