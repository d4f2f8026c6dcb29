import type { CallReport, Hours } from "@/db/queries/reports/get-call-report";

/** One bar of a chart: the calls of an hour or a weekday by the hours that they were given, the missed ones apart. */
export interface Bar {
  label: string;
  openTaken: number;
  openMissed: number;
  closedTaken: number;
  closedMissed: number;
  /** Of known callers who went straight through, of callers turned away, or while the database was away. */
  neitherTaken: number;
  neitherMissed: number;
}

export type BarPart = Exclude<keyof Bar, "label">;

const parts: Record<Hours, { taken: BarPart; missed: BarPart }> = {
  open: { taken: "openTaken", missed: "openMissed" },
  closed: { taken: "closedTaken", missed: "closedMissed" },
  neither: { taken: "neitherTaken", missed: "neitherMissed" },
};

const emptyBar: Record<BarPart, number> = {
  openTaken: 0,
  openMissed: 0,
  closedTaken: 0,
  closedMissed: 0,
  neitherTaken: 0,
  neitherMissed: 0,
};

/** The cells of a report as bars, one a value from the first to the last, those without a call too. */
export function barsOf(
  cells: CallReport["cells"],
  of: "hour" | "weekday",
  values: readonly { value: number; label: string }[],
): Bar[] {
  return values.map(({ value, label }) => {
    const bar: Bar = { label, ...emptyBar };
    for (const cell of cells.filter((one) => one[of] === value)) {
      const { taken, missed } = parts[cell.hours];
      bar[taken] += cell.calls - cell.missed;
      bar[missed] += cell.missed;
    }
    return bar;
  });
}

export const callsOf = ({ label: _, ...counts }: Bar): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** The hours from the first that had a call to the last; all of them when none had one. */
export function hoursWithCalls(cells: CallReport["cells"]): { first: number; last: number } {
  const hours = cells.map(({ hour }) => hour);
  return hours.length === 0
    ? { first: 0, last: 23 }
    : { first: Math.min(...hours), last: Math.max(...hours) };
}
