import { formatNumber } from "@/app/_format/format-number";
import { type Bar, callsOf } from "./bars";
import { series } from "./series";

interface BarTableProps {
  caption: string;
  heading: string;
  bars: Bar[];
  locale: string;
}

/** What a chart shows, as figures. */
export function BarTable({ caption, heading, bars, locale }: BarTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.2, 2.1.1).
    <section className="overflow-x-auto" aria-label={caption} tabIndex={0}>
      <table className="w-full text-end text-sm tabular-nums">
        <caption className="sr-only">{caption}</caption>
        <thead className="border-b border-separator text-xs text-muted">
          <tr>
            <th scope="col" className="py-2 pe-3 text-start font-medium">
              {heading}
            </th>
            {["All", ...series.map(({ words }) => words)].map((words) => (
              <th key={words} scope="col" className="px-2 py-2 font-medium">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-separator">
          {bars.map((bar) => (
            <tr key={bar.label}>
              <th scope="row" className="py-1.5 pe-3 text-start font-medium whitespace-nowrap">
                {bar.label}
              </th>
              <td className="px-2 font-medium">{formatNumber(callsOf(bar), locale)}</td>
              {series.map(({ part }) => (
                <td key={part} className={`px-2 ${bar[part] === 0 ? "text-muted" : ""}`}>
                  {formatNumber(bar[part], locale)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
