import { Card } from "@heroui/react/card";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Temporal } from "temporal-polyfill";
import { ButtonLink } from "@/app/_components/button-link";
import { PageHeader } from "@/app/_components/page-header";
import { localeHere } from "@/app/_format/locale-here";
import { uuidOrNotFound } from "@/app/_format/uuid-or-not-found";
import { getFirm } from "@/db/queries/firm/get-firm";
import { findSchedule } from "@/db/queries/schedules/find-schedule";
import { requireStaff } from "@/lib/auth/require-staff";
import { isAtLeast } from "@/lib/auth/roles";
import { OverrideControls } from "../../_override/override-controls";
import { overrideNow } from "../../_override/override-now";
import { RefreshEachMinute } from "../../_today/refresh-each-minute";
import { NextTwoWeeks } from "../_preview/next-two-weeks";
import { overrideToJson } from "../_preview/override-json";
import { readFormChoices } from "../read-form-choices";
import { ScheduleForm } from "../schedule-form";
import { StatusLine } from "../status-line";
import { WeekInWords } from "../week-in-words";

export const metadata: Metadata = { title: "Schedule" };

export default async function SchedulePage({ params }: PageProps<"/schedules/[id]">) {
  const { db, staff } = await requireStaff();
  const id = uuidOrNotFound((await params).id);
  const [found, firm] = await Promise.all([findSchedule(db, id), getFirm(db)]);
  if (!found) notFound();
  const { name, version, schedule } = found;
  const { timeZone, windows, exceptions, override } = schedule;
  const at = Temporal.Now.instant();
  const now = at.toString();
  const locale = await localeHere();
  const mayEdit = isAtLeast(staff.role, "manager");

  return (
    <>
      <PageHeader
        title={name}
        back={{ href: "/schedules", label: "Schedules" }}
        actions={
          mayEdit && (
            <>
              <ButtonLink href={`/schedules/new?from=${id}`}>Duplicate</ButtonLink>
              <ButtonLink href={`/schedules/${id}/delete`}>Delete</ButtonLink>
            </>
          )
        }
      />
      <RefreshEachMinute />
      <Card className="mb-5 gap-4 p-4 sm:flex-row sm:items-center sm:justify-between sm:p-6">
        <StatusLine schedule={schedule} at={at} locale={locale} />
        <OverrideControls schedule={{ id, name }} now={overrideNow(schedule, at, locale)} />
      </Card>
      {mayEdit ? (
        <ScheduleForm
          editing={{ id, version }}
          name={name}
          hours={{ timeZone, windows, exceptions }}
          override={overrideToJson(override)}
          now={now}
          locale={locale}
          {...(await readFormChoices(db, firm))}
        />
      ) : (
        <div className="flex flex-col gap-5">
          <Card className="gap-4 p-4 sm:p-6">
            <h2 className="text-lg font-semibold">Every week</h2>
            <WeekInWords windows={windows} timeZone={timeZone} locale={locale} />
          </Card>
          <Card className="gap-4 p-4 sm:p-6">
            <h2 className="text-lg font-semibold">The next two weeks</h2>
            <NextTwoWeeks schedule={schedule} now={now} locale={locale} />
          </Card>
        </div>
      )}
    </>
  );
}
