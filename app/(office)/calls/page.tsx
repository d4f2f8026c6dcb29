import { Card } from "@heroui/react/card";
import { buttonVariants } from "@heroui/styles";
import type { Metadata, Route } from "next";
import { Temporal } from "temporal-polyfill";
import { EmptyNotice } from "@/app/_components/empty-notice";
import { PageHeader } from "@/app/_components/page-header";
import { Pager } from "@/app/_components/pager";
import { localeHere } from "@/app/_format/locale-here";
import { ShownCount } from "@/app/_lists/shown-count";
import { listCalledNumbers } from "@/db/queries/calls/list-called-numbers";
import { listCalls } from "@/db/queries/calls/list-calls";
import { getFirm } from "@/db/queries/firm/get-firm";
import { listPeopleToChoose } from "@/db/queries/people/list-people-to-choose";
import { requireStaff } from "@/lib/auth/require-staff";
import { zoneName } from "@/lib/schedule/zone-name";
import { personChoice } from "../people/person-choice";
import { callFilter, cursorToText, filterQuery, placeIn, readTypedFilter } from "./call-filter";
import { CallRow } from "./call-row";
import { calledNumberChoice } from "./filter-choices";
import { CallFilterForm } from "./filter-form";

export const metadata: Metadata = { title: "Calls" };

const callsPerPage = 50;

export default async function CallsPage({ searchParams }: PageProps<"/calls">) {
  const { db } = await requireStaff();
  const asked = await searchParams;
  const typed = readTypedFilter(asked);
  const place = placeIn(asked);
  const firm = await getFirm(db);
  const [{ calls, newerThan, olderThan }, { numbers, ...ofNumbers }, { people, ...ofPeople }] =
    await Promise.all([
      listCalls(db, { filter: callFilter(typed, firm.timeZone), place, limit: callsPerPage }),
      listCalledNumbers(db, { chosen: typed.to }),
      listPeopleToChoose(db, { chosen: typed.person }),
    ]);
  const locale = await localeHere();
  const now = Temporal.Now.instant();
  const query = filterQuery(typed);
  const here = (more: Record<string, string> = {}) => `/calls?${filterQuery(typed, more)}` as Route;

  return (
    <>
      <PageHeader
        title="Calls"
        actions={
          <a href={`/calls/export?${query}`} download className={buttonVariants({ variant: "secondary" })}>
            Export as CSV
          </a>
        }
      >
        Every call, what came of it and why. Dates are those in {zoneName(firm.timeZone)}.
      </PageHeader>
      <CallFilterForm
        filter={typed}
        numbers={{ choices: numbers.map((one) => calledNumberChoice(one, firm.country)), ...ofNumbers }}
        people={{ choices: people.map(personChoice), ...ofPeople }}
      />
      <ShownCount count={calls.length} thing="call" isPart={newerThan !== null || olderThan !== null} />
      {calls.length === 0 ? (
        <EmptyNotice title={query || place ? "No call like that" : "No calls yet"}>
          <p>
            {query || place
              ? "Nothing in the log is like what you asked for."
              : "As soon as one of your numbers is called, you will find here what happened."}
          </p>
        </EmptyNotice>
      ) : (
        <Card className="p-0">
          <ul aria-label="Calls" className="divide-y divide-separator">
            {calls.map((call) => (
              <CallRow key={call.sid} call={call} firm={firm} now={now} locale={locale} />
            ))}
          </ul>
        </Card>
      )}
      <Pager
        first={place && { href: here(), label: "Newest" }}
        previous={newerThan && { href: here({ newer: cursorToText(newerThan) }), label: "Newer" }}
        next={olderThan && { href: here({ older: cursorToText(olderThan) }), label: "Older" }}
      />
    </>
  );
}
