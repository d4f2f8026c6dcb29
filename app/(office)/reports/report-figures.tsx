import { Card } from "@heroui/react/card";
import type { CallReport } from "@/db/queries/reports/get-call-report";
import { secondsInWords } from "./seconds-in-words";

/** What a report comes to in five figures. */
export function ReportFigures({ total }: { total: CallReport["total"] }) {
  const share = (part: number) => `${Math.round((part / Math.max(1, total.calls)) * 100)} % of all`;
  const figures = [
    { term: "Calls", figure: String(total.calls), about: `${total.voicemails} left a message` },
    { term: "Answered", figure: String(total.answered), about: share(total.answered) },
    { term: "Missed", figure: String(total.missed), about: share(total.missed) },
    {
      term: "Answered within",
      figure: secondsInWords(total.medianSeconds),
      about: `Half of them; nine in ten within ${secondsInWords(total.ninetiethSeconds)}`,
    },
    {
      term: "Longest wait",
      figure: secondsInWords(total.longestWaitSeconds),
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
