import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Temporal } from "temporal-polyfill";
import { PageHeader } from "@/app/_components/page-header";
import { localeHere } from "@/app/_format/locale-here";
import { uuidOrNotFound } from "@/app/_format/uuid-or-not-found";
import { getFirm } from "@/db/queries/firm/get-firm";
import { findSchedule } from "@/db/queries/schedules/find-schedule";
import { requireStaff } from "@/lib/auth/require-staff";
import type { WeeklyWindow } from "@/lib/schedule/types";
import { workingDays } from "../_week/weekdays";
import { readFormChoices } from "../read-form-choices";
import { ScheduleForm } from "../schedule-form";

export const metadata: Metadata = { title: "New schedule" };

const officeHours: WeeklyWindow[] = workingDays.map((weekday) => ({
  weekday,
  opensAt: "09:00",
  closesAt: "17:00",
}));

/** A new one, or a copy of another that is made only when it is saved. */
export default async function NewSchedulePage({ searchParams }: PageProps<"/schedules/new">) {
  const { db } = await requireStaff("manager");
  const { from } = await searchParams;
  const firm = await getFirm(db);
  const [choices, original] = await Promise.all([
    readFormChoices(db, firm),
    typeof from === "string" ? findSchedule(db, uuidOrNotFound(from)) : undefined,
  ]);
  if (original === null) notFound();
  const locale = await localeHere();
  const hours = original?.schedule ?? { timeZone: firm.timeZone, windows: officeHours, exceptions: [] };
  return (
    <>
      <PageHeader
        title={original ? `Copy of ${original.name}` : "New schedule"}
        back={{ href: "/schedules", label: "Schedules" }}
      />
      <ScheduleForm
        name={original ? `Copy of ${original.name}` : ""}
        hours={{ timeZone: hours.timeZone, windows: hours.windows, exceptions: hours.exceptions }}
        override={null}
        now={Temporal.Now.instant().toString()}
        locale={locale}
        {...choices}
      />
    </>
  );
}
