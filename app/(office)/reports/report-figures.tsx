import { Card } from "@heroui/react/card";
import { formatNumber, formatShare } from "@/app/_format/format-number";
import type { CallReport } from "@/db/queries/reports/get-call-report";
import { secondsInWords } from "./seconds-in-words";

/** What a report comes to in five figures. */
export function ReportFigures({ total, locale }: { total: CallReport["total"]; locale: string }) {
  const inFigures = (count: number) => formatNumber(count, locale);
  const share = (part: number) => `${formatShare(part, total.calls, locale)} of all`;
  const figures = [
    { term: "Calls", figure: inFigures(total.calls), about: `${inFigures(total.voicemails)} left a message` },
    { term: "Answered", figure: inFigures(total.answered), about: share(total.answered) },
    { term: "Missed", figure: inFigures(total.missed), about: share(total.missed) },
    {
      term: "Answered within",
      figure: secondsInWords(total.medianSeconds, locale),
      about: `Half of them; nine in ten within ${secondsInWords(total.ninetiethSeconds, locale)}`,
    },
    {
      term: "Longest wait",
      figure: secondsInWords(total.longestWaitSeconds, locale),
      about: "Until somebody answered, a message began, or a missed call ended",
    },
  ];
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
      {figures.map(({ term, figure, about }) => (
        <Card key={term} className="gap-1 p-4 last:max-sm:col-span-2">
          <dt className="text-sm text-muted">{term}</dt>
          <dd className="flex flex-col gap-1">
            <span className="text-2xl font-semibold tabular-nums">{figure}</span>
            <span className="text-xs text-muted">{about}</span>
          </dd>
        </Card>
      ))}
    </dl>
  );
}
