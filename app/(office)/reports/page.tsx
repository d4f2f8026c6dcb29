import type { Metadata, Route } from "next";
import { Temporal } from "temporal-polyfill";
import { EmptyNotice } from "@/app/_components/empty-notice";
import { NearLink } from "@/app/_components/near-link";
import { PageHeader } from "@/app/_components/page-header";
import { formatNumber } from "@/app/_format/format-number";
import { localeHere } from "@/app/_format/locale-here";
import { formatPhoneNumber } from "@/app/_format/phone-number";
import { dateInWords } from "@/app/_format/wall-time";
import { listCalledNumbers } from "@/db/queries/calls/list-called-numbers";
import { getFirm } from "@/db/queries/firm/get-firm";
import { type CallReport, getCallReport } from "@/db/queries/reports/get-call-report";
import { requireStaff } from "@/lib/auth/require-staff";
import { zoneName } from "@/lib/schedule/zone-name";
import { calledNumberChoice } from "../calls/filter-choices";
import { barsOf, hoursWithCalls } from "./bars";
import { ChartCard } from "./chart-card";
import { PeriodForm } from "./period-form";
import { Ranking } from "./ranking";
import { mostDays, readReportRequest } from "./read-report-request";
import { ReportFigures } from "./report-figures";
import { secondsInWords } from "./seconds-in-words";
import { hourNames, weekdayNames } from "./time-names";
import { WeekTable } from "./week-table";

export const metadata: Metadata = { title: "Reports" };

export default async function ReportsPage({ searchParams }: PageProps<"/reports">) {
  const { db } = await requireStaff();
  const { country, timeZone } = await getFirm(db);
  const asked = readReportRequest(await searchParams, Temporal.Now.plainDateISO(timeZone));
  const { from, until, to, isCut } = asked;
  const midnight = (date: Temporal.PlainDate) => date.toZonedDateTime(timeZone).toInstant();
  const [report, { numbers, isAll }] = await Promise.all([
    getCallReport(db, {
      from: midnight(from),
      until: midnight(until.add({ days: 1 })),
      timeZone,
      to: to || null,
    }),
    listCalledNumbers(db, { chosen: to }),
  ]);
  const locale = await localeHere();
  const inWords = (date: Temporal.PlainDate) => dateInWords(date.toString(), locale, true);

  return (
    <>
      <PageHeader title="Reports">
        Calls from {inWords(from)} to {inWords(until)}. Days and hours are by the clock in{" "}
        {zoneName(timeZone)}.
        {isCut && ` A report covers ${mostDays} days at most, so earlier ones are left out.`}
      </PageHeader>
      <PeriodForm
        asked={asked}
        numbers={{ choices: numbers.map((one) => calledNumberChoice(one, country)), isAll }}
      />
      {report.total.calls === 0 ? (
        <EmptyNotice title="No calls in these days">
          <p>Choose other days, or another number.</p>
        </EmptyNotice>
      ) : (
        <Report report={report} country={country} locale={locale} />
      )}
    </>
  );
}

function Report({ report, country, locale }: { report: CallReport; country: string; locale: string }) {
  const { total, cells, numbers, people } = report;
  const { first, last } = hoursWithCalls(cells);
  const hours = hourNames(locale).slice(first, last + 1);
  const weekdays = weekdayNames(locale);
  const inFigures = (count: number) => formatNumber(count, locale);
  return (
    <div className="flex flex-col gap-6">
      <ReportFigures total={total} locale={locale} />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        <ChartCard title="Calls by hour" heading="Hour" bars={barsOf(cells, "hour", hours)} locale={locale} />
        <ChartCard
          title="Calls by weekday"
          heading="Weekday"
          bars={barsOf(cells, "weekday", weekdays)}
          locale={locale}
        />
      </div>
      <WeekTable {...{ cells, hours, weekdays, locale }} />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        <Ranking
          title="By number"
          heading="Number"
          rows={numbers}
          keyOf={({ number }) => number}
          nameOf={({ number, name }) => (
            <NearLink href={`/calls?${new URLSearchParams({ to: number })}` as Route} className="underline">
              {name ?? formatPhoneNumber(number, country)}
            </NearLink>
          )}
          bar={({ calls, missed }) => ({ whole: calls, red: missed })}
          columns={[
            { label: "Calls", cell: ({ calls }) => inFigures(calls) },
            { label: "Answered", cell: ({ answered }) => inFigures(answered) },
            { label: "Missed", cell: ({ missed }) => inFigures(missed) },
            { label: "Within", cell: ({ medianSeconds }) => secondsInWords(medianSeconds, locale) },
          ]}
          empty="No number was called."
        />
        <Ranking
          title="By person"
          heading="Person"
          rows={people}
          keyOf={({ id, name }) => id ?? name}
          nameOf={({ id, name }) =>
            id ? (
              <NearLink href={`/calls?${new URLSearchParams({ person: id })}` as Route} className="underline">
                {name}
              </NearLink>
            ) : (
              formatPhoneNumber(name, country)
            )
          }
          bar={({ rung, untaken }) => ({ whole: rung, red: untaken })}
          columns={[
            { label: "Rung", cell: ({ rung }) => inFigures(rung) },
            { label: "Answered", cell: ({ answered }) => inFigures(answered) },
            { label: "Nobody took", cell: ({ untaken }) => inFigures(untaken) },
          ]}
          empty="Nobody is known to have been rung."
        />
      </div>
    </div>
  );
}
