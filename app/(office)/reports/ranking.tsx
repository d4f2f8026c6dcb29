import { Card } from "@heroui/react/card";
import type { ReactNode } from "react";

export interface RankedColumn<Row> {
  label: string;
  cell(row: Row): ReactNode;
}

interface RankingProps<Row> {
  title: string;
  /** Of the first column. */
  heading: string;
  rows: readonly Row[];
  keyOf(row: Row): string;
  nameOf(row: Row): ReactNode;
  /** How long the bar below the name is, and the part of it that is drawn in red. */
  bar(row: Row): { whole: number; red: number };
  columns: readonly RankedColumn<Row>[];
  empty: string;
}

/** Numbers or people with their figures, the busiest first, each with a bar to compare them by. */
export function Ranking<Row>(props: RankingProps<Row>) {
  const { title, heading, rows, keyOf, nameOf, bar, columns, empty } = props;
  const most = Math.max(1, ...rows.map((row) => bar(row).whole));
  return (
    <Card className="gap-3 p-5">
      <h2 className="text-base font-semibold">{title}</h2>
      {rows.length === 0 ? (
        <p className="text-sm text-muted">{empty}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.2, 2.1.1).
        <section className="overflow-x-auto" aria-label={title} tabIndex={0}>
          <table className="w-full text-end text-sm tabular-nums">
            <caption className="sr-only">{title}</caption>
            <thead className="border-b border-separator text-xs text-muted">
              <tr>
                <th scope="col" className="py-2 pe-3 text-start font-medium">
                  {heading}
                </th>
                {columns.map(({ label }) => (
                  <th key={label} scope="col" className="px-1.5 py-2 font-medium">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="divide-y divide-separator">
              {rows.map((row) => (
                <tr key={keyOf(row)}>
                  <th scope="row" className="min-w-28 py-2 pe-3 text-start font-medium wrap-anywhere">
                    {nameOf(row)}
                    <ShareBar {...bar(row)} most={most} />
                  </th>
                  {columns.map(({ label, cell }) => (
                    <td key={label} className="px-1.5 py-2 align-top whitespace-nowrap">
                      {cell(row)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Card>
  );
}

function ShareBar({ whole, red, most }: { whole: number; red: number; most: number }) {
  return (
    <svg aria-hidden="true" className="mt-1 h-1.5 w-full" viewBox="0 0 100 6" preserveAspectRatio="none">
      <rect width={((whole - red) / most) * 100} height="6" fill="var(--chart-open)" />
      <rect
        x={((whole - red) / most) * 100}
        width={(red / most) * 100}
        height="6"
        fill="var(--chart-missed)"
      />
    </svg>
  );
}
