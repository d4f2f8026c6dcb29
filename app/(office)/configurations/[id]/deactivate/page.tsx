import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { DeleteForm } from "@/app/_components/delete-form";
import { PageHeader } from "@/app/_components/page-header";
import { uuidOrNotFound } from "@/app/_format/uuid-or-not-found";
import { findConfiguration } from "@/db/queries/configurations/find-configuration";
import { getFirm } from "@/db/queries/firm/get-firm";
import { requireStaff } from "@/lib/auth/require-staff";
import { EndingConsequences } from "../../ending-consequences";
import { deactivateConfiguration } from "../../mutations";

export const metadata: Metadata = { title: "Deactivate a configuration" };

export default async function DeactivatePage({ params }: PageProps<"/configurations/[id]/deactivate">) {
  const { db } = await requireStaff("manager");
  const id = uuidOrNotFound((await params).id);
  const [configuration, { country }] = await Promise.all([findConfiguration(db, id), getFirm(db)]);
  if (!configuration) notFound();
  const back = `/configurations/${id}` as const;
  if (!configuration.isActive) redirect(back);
  return (
    <>
      <PageHeader title={`Deactivate “${configuration.name}”?`} back={{ href: back, label: "Back" }} />
      <DeleteForm
        mutation={deactivateConfiguration}
        editing={configuration}
        submitLabel="Deactivate"
        pendingLabel="Deactivating…"
        consequences={
          <div className="flex flex-col gap-3">
            <EndingConsequences configuration={configuration} country={country} />
          </div>
        }
        cancelHref={back}
      />
    </>
  );
}
