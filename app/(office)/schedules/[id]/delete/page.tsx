import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { DeleteForm } from "@/app/_components/delete-form";
import { PageHeader } from "@/app/_components/page-header";
import { formatPhoneNumber } from "@/app/_format/phone-number";
import { uuidOrNotFound } from "@/app/_format/uuid-or-not-found";
import { getFirm } from "@/db/queries/firm/get-firm";
import { findSchedule } from "@/db/queries/schedules/find-schedule";
import { listPeopleOnDutyBy, listScheduleUses } from "@/db/queries/schedules/list-schedule-uses";
import { requireStaff } from "@/lib/auth/require-staff";
import { deleteSchedule } from "../../mutations";

export const metadata: Metadata = { title: "Delete a schedule" };

export default async function DeleteSchedulePage({ params }: PageProps<"/schedules/[id]/delete">) {
  const { db } = await requireStaff("manager");
  const id = uuidOrNotFound((await params).id);
  const [found, uses, onDuty, { country }] = await Promise.all([
    findSchedule(db, id),
    listScheduleUses(db, id),
    listPeopleOnDutyBy(db, id),
    getFirm(db),
  ]);
  if (!found) notFound();
  const back = `/schedules/${id}` as Route;
  return (
    <>
      <PageHeader title={`Delete ${found.name}?`} back={{ href: back, label: "Back" }} />
      <DeleteForm
        mutation={deleteSchedule}
        editing={{ id, version: found.version }}
        consequences={
          <p>
            Its hours, holidays and special hours are deleted. No configuration and nobody’s duty goes by it,
            so no call changes.
          </p>
        }
        uses={[
          ...uses.map(({ configurationId, configurationName, isActive, number, lineName }) => ({
            label: `Configuration “${configurationName}” of ${lineName}, ${formatPhoneNumber(number, country)}${isActive ? " (active)" : ""}`,
            href: `/configurations/${configurationId}` as Route,
          })),
          ...onDuty.map((person) => ({
            label: `${person.name} is on duty by it`,
            href: `/people/${person.id}` as Route,
          })),
        ]}
        cancelHref={back}
      />
    </>
  );
}
