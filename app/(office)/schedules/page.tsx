import type { Metadata } from "next";
import { Temporal } from "temporal-polyfill";
import { ButtonLink } from "@/app/_components/button-link";
import { EmptyNotice } from "@/app/_components/empty-notice";
import { NearLink } from "@/app/_components/near-link";
import { PageHeader } from "@/app/_components/page-header";
import { formatNumber } from "@/app/_format/format-number";
import { localeHere } from "@/app/_format/locale-here";
import { timeWriter } from "@/app/_format/wall-time";
import { ListView } from "@/app/_lists/list-view";
import { readListRequest } from "@/app/_lists/read-list-request";
import { listSchedules, scheduleSorts } from "@/db/queries/schedules/list-schedules";
import { requireStaff } from "@/lib/auth/require-staff";
import { isAtLeast } from "@/lib/auth/roles";
import { describeStatus } from "@/lib/schedule/describe-status";
import { nextChange } from "@/lib/schedule/next-change";
import { statusAt } from "@/lib/schedule/status-at";
import type { Schedule } from "@/lib/schedule/types";
import { zoneName } from "@/lib/schedule/zone-name";
import { RefreshEachMinute } from "../_today/refresh-each-minute";

export const metadata: Metadata = { title: "Schedules" };

export default async function SchedulesPage({ searchParams }: PageProps<"/schedules">) {
  const { db, staff } = await requireStaff();
  const at = Temporal.Now.instant();
  const request = readListRequest(await searchParams, scheduleSorts);
  const listed = await listSchedules(db, { ...request, at });
  const locale = await localeHere();
  const add = isAtLeast(staff.role, "manager") && (
    <ButtonLink href="/schedules/new" variant="primary">
      New schedule
    </ButtonLink>
  );

  return (
    <>
      <PageHeader title="Schedules" actions={add}>
        When you are open, by the week and on holidays.
      </PageHeader>
      <RefreshEachMinute />
      <ListView
        path="/schedules"
        request={request}
        listed={listed}
        things="schedules"
        searchLabel="Search by name or zone"
        keyOf={({ id }) => id}
        empty={
          <EmptyNotice title="No schedules yet">
            <p>A schedule says when you are open. Make one, then use it in a configuration of a number.</p>
          </EmptyNotice>
        }
        columns={[
          {
            label: "Name",
            sort: "name",
            cell: ({ id, name }) => (
              <NearLink href={`/schedules/${id}`} className="text-accent-soft-foreground underline">
                {name}
              </NearLink>
            ),
          },
          { label: "Now", cell: ({ schedule }) => <Now {...{ schedule, at, locale }} /> },
          {
            label: "Time zone",
            sort: "zone",
            isSecondary: true,
            cell: ({ schedule }) => zoneName(schedule.timeZone),
          },
          {
            label: "Used by",
            sort: "uses",
            isSecondary: true,
            cell: ({ uses }) =>
              uses === 0
                ? "nothing yet"
                : uses === 1
                  ? "1 configuration"
                  : `${formatNumber(uses, locale)} configurations`,
          },
        ]}
      />
    </>
  );
}

/** The zone stands in its own column where there is room, and below the words on a phone. */
function Now({ schedule, at, locale }: { schedule: Schedule; at: Temporal.Instant; locale: string }) {
  const status = statusAt(schedule, at);
  return (
    <>
      <span className="flex items-start gap-2">
        <span
          aria-hidden="true"
          className={`mt-1 size-2.5 shrink-0 rounded-full ${status.isOpen ? "bg-success" : "border-2 border-muted"}`}
        />
        {describeStatus(schedule, at, status, nextChange(schedule, at), timeWriter(locale))}
      </span>
      <span className="ps-4.5 text-xs text-muted md:hidden">{zoneName(schedule.timeZone)} time</span>
    </>
  );
}
