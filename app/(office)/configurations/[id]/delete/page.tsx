import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeleteForm } from "@/app/_components/delete-form";
import { PageHeader } from "@/app/_components/page-header";
import { uuidOrNotFound } from "@/app/_format/uuid-or-not-found";
import { findConfiguration } from "@/db/queries/configurations/find-configuration";
import { getFirm } from "@/db/queries/firm/get-firm";
import { requireStaff } from "@/lib/auth/require-staff";
import { EndingConsequences } from "../../ending-consequences";
import { deleteConfiguration } from "../../mutations";

export const metadata: Metadata = { title: "Delete a configuration" };

export default async function DeleteConfigurationPage({ params }: PageProps<"/configurations/[id]/delete">) {
  const { db } = await requireStaff("manager");
  const id = uuidOrNotFound((await params).id);
  const [configuration, { country }] = await Promise.all([findConfiguration(db, id), getFirm(db)]);
  if (!configuration) notFound();
  const back = `/configurations/${id}` as const;
  return (
    <>
      <PageHeader title={`Delete “${configuration.name}”?`} back={{ href: back, label: "Back" }} />
      <DeleteForm
        mutation={deleteConfiguration}
        editing={configuration}
        consequences={
          <div className="flex flex-col gap-3">
            <p>
              The schedule and the actions stay. Calls that it has answered stay in the log, without its name.
            </p>
            {configuration.isActive ? (
              <EndingConsequences configuration={configuration} country={country} />
            ) : (
              <p>It is not active, so nothing changes for callers.</p>
            )}
          </div>
        }
        cancelHref={back}
      />
    </>
  );
}
