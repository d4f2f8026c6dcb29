import { Card } from "@heroui/react/card";
import type { Metadata, Route } from "next";
import { Temporal } from "temporal-polyfill";
import { EmptyNotice } from "@/app/_components/empty-notice";
import { PageHeader } from "@/app/_components/page-header";
import { Pager } from "@/app/_components/pager";
import { localeHere } from "@/app/_format/locale-here";
import { listActivity } from "@/db/queries/activity/list-activity";
import { listActivityMakers } from "@/db/queries/activity/list-activity-makers";
import { getFirm } from "@/db/queries/firm/get-firm";
import { requireStaff } from "@/lib/auth/require-staff";
import { zoneName } from "@/lib/schedule/zone-name";
import { ActivityFilters } from "./activity-filters";
import { ChangeRow } from "./change-row";
import { activityQuery, readActivityRequest } from "./read-activity-request";

export const metadata: Metadata = { title: "Activity" };

const changesPerPage = 50;

export default async function ActivityPage({ searchParams }: PageProps<"/activity">) {
  const { db, staff } = await requireStaff();
  const asked = readActivityRequest(await searchParams);
  const { timeZone } = await getFirm(db);
  const midnight = (date: Temporal.PlainDate) => new Date(date.toZonedDateTime(timeZone).epochMilliseconds);
  const [{ changes, next }, { makers, ...ofMakers }] = await Promise.all([
    listActivity(db, {
      ...asked,
      from: asked.from && midnight(asked.from),
      until: asked.until && midnight(asked.until.add({ days: 1 })),
      limit: changesPerPage,
    }),
    listActivityMakers(db, { chosen: asked.by === "app" ? "" : (asked.by ?? "") }),
  ]);
  const locale = await localeHere();
  const now = Temporal.Now.instant();
  const hrefOf = (after: typeof next) => {
    const query = activityQuery({ ...asked, after });
    return (query ? `/activity?${query}` : "/activity") as Route;
  };
  const isAsked = activityQuery(asked) !== "";
  const of = asked.subjectId && (changes[0]?.subjectName ?? "one thing");

  return (
    <>
      <PageHeader title={of ? `Changes of ${of}` : "Activity"}>
        Who changed what, newest first. Days and times are by the clock in {zoneName(timeZone)}.
      </PageHeader>
      <ActivityFilters
        asked={asked}
        makers={{ choices: makers.map(({ id, name }) => ({ id, label: name })), ...ofMakers }}
      />
      {changes.length === 0 ? (
        <EmptyNotice title={isAsked ? "No change matches" : "Nothing has been changed yet"}>
          {isAsked ? "Ask for less, or for everything." : "Whatever somebody changes will be told here."}
        </EmptyNotice>
      ) : (
        <Card className="p-0">
          <ul aria-label="Changes" className="divide-y divide-separator">
            {changes.map((change) => (
              <ChangeRow
                key={change.id}
                change={change}
                role={staff.role}
                now={now}
                timeZone={timeZone}
                locale={locale}
              />
            ))}
          </ul>
        </Card>
      )}
      <Pager
        first={asked.after && { href: hrefOf(null), label: "Newest" }}
        next={next && { href: hrefOf(next), label: "Older" }}
      />
    </>
  );
}
