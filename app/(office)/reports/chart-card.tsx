import { Card } from "@heroui/react/card";
import { BarTable } from "./bar-table";
import type { Bar } from "./bars";
import { CallChart } from "./call-chart";
import { neitherInWords, type Pattern, series } from "./series";

interface ChartCardProps {
  title: string;
  heading: string;
  bars: Bar[];
  locale: string;
}

/** A chart with what its colours mean, and the same figures as a table below. */
export function ChartCard({ title, heading, bars, locale }: ChartCardProps) {
  return (
    <Card className="gap-3 p-5">
      <h2 className="text-base font-semibold">{title}</h2>
      <ul aria-label="What the colours mean" className="flex flex-wrap gap-x-4 gap-y-1 text-xs">
        {series.map(({ part, words, fill, pattern }) => (
          <li key={part} className="flex items-center gap-1.5">
            <svg aria-hidden="true" className="size-3 rounded-sm" viewBox="0 0 12 12">
              <Swatch fill={fill} pattern={pattern} />
            </svg>
            {words}
          </li>
        ))}
      </ul>
      <CallChart title={title} bars={bars} locale={locale} />
      <p className="text-xs text-muted">{neitherInWords}</p>
      <details>
        <summary className="w-fit cursor-pointer py-1 text-sm text-muted">Show as a table</summary>
        <BarTable caption={`${title}, as a table`} heading={heading} bars={bars} locale={locale} />
      </details>
    </Card>
  );
}

function Swatch({ fill, pattern }: { fill: string; pattern: Pattern }) {
  switch (pattern) {
    case "plain":
      return <rect width="12" height="12" fill={fill} />;
    case "hatched":
      return <path d="M0 4 4 0M0 9 9 0M3 12 12 3M8 12l4-4" stroke={fill} strokeWidth="2" />;
    case "dotted":
      return <path d="M3 3h0M9 3h0M3 9h0M9 9h0" stroke={fill} strokeWidth="3.5" strokeLinecap="round" />;
  }
}
