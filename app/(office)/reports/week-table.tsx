import { Card } from "@heroui/react/card";
import { formatNumber } from "@/app/_format/format-number";
import type { CallReport } from "@/db/queries/reports/get-call-report";

interface WeekTableProps {
  cells: CallReport["cells"];
  hours: readonly { value: number; label: string }[];
  weekdays: readonly { value: number; label: string; longLabel: string }[];
  locale: string;
}

/** The week hour by hour: how many called, and how many of them were missed. */
export function WeekTable({ cells, hours, weekdays, locale }: WeekTableProps) {
  const inFigures = (count: number) => formatNumber(count, locale);
  const countsAt = (weekday: number, hour: number) => {
    const here = cells.filter((cell) => cell.weekday === weekday && cell.hour === hour);
    const sum = (of: "calls" | "missed") => here.reduce((total, cell) => total + cell[of], 0);
    return { calls: sum("calls"), missed: sum("missed") };
  };
  const rows = hours.map((hour) => ({
    hour,
    counts: weekdays.map(({ value }) => ({ value, ...countsAt(value, hour.value) })),
  }));
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts.map(({ calls }) => calls)));
  return (
    <Card className="gap-3 p-5">
      <h2 className="text-base font-semibold">The week, hour by hour</h2>
      <p className="text-sm text-muted">
        Calls, and in brackets how many of them were missed; the busier, the darker.
      </p>
      <table className="w-full table-fixed border-separate border-spacing-0.5 text-center text-xs tabular-nums">
        <thead className="text-muted">
          <tr>
            <th scope="col" className="w-12 text-start font-medium">
              <span className="sr-only">Hour</span>
            </th>
            {weekdays.map(({ value, label, longLabel }) => (
              <th key={value} scope="col" abbr={longLabel} className="py-1 font-medium">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ hour, counts }) => (
            <tr key={hour.value}>
              <th scope="row" className="text-start font-medium text-muted">
                {hour.label}
              </th>
              {counts.map(({ value, calls, missed }) => (
                <td
                  key={value}
                  className="h-9 rounded-sm"
                  style={{
                    background: `color-mix(in oklab, var(--accent) ${Math.round((calls / most) * 22)}%, transparent)`,
                  }}
                >
                  {calls > 0 && (
                    <>
                      <span className="font-medium">{inFigures(calls)}</span>
                      {missed > 0 && (
                        <span className="block leading-none">
                          <span aria-hidden="true">({inFigures(missed)})</span>
                          <span className="sr-only">, {inFigures(missed)} missed</span>
                        </span>
                      )}
                    </>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
