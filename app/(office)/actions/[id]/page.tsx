import { Card } from "@heroui/react/card";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonLink } from "@/app/_components/button-link";
import { PageHeader } from "@/app/_components/page-header";
import { uuidOrNotFound } from "@/app/_format/uuid-or-not-found";
import { findAction } from "@/db/queries/actions/find-action";
import { listActionUses } from "@/db/queries/actions/list-action-uses";
import { requireStaff } from "@/lib/auth/require-staff";
import { isAtLeast } from "@/lib/auth/roles";
import { ActionForm } from "../action-form";
import { ActionShown } from "../action-shown";
import { ActionUses } from "../action-uses";
import { draftOf } from "../draft-of";

export const metadata: Metadata = { title: "Action" };

export default async function ActionPage({ params }: PageProps<"/actions/[id]">) {
  const { db, staff } = await requireStaff();
  const id = uuidOrNotFound((await params).id);
  const action = await findAction(db, id);
  if (!action) notFound();
  const [draft, uses] = await Promise.all([draftOf(db, action), listActionUses(db, id)]);
  const mayEdit = isAtLeast(staff.role, "manager");
  return (
    <>
      <PageHeader
        title={action.name}
        back={{ href: "/actions", label: "Actions" }}
        actions={
          mayEdit && (
            <>
              <ButtonLink href={`/actions/new?from=${id}`}>Duplicate</ButtonLink>
              <ButtonLink href={`/actions/${id}/delete`}>Delete</ButtonLink>
            </>
          )
        }
      />
      {mayEdit ? (
        <ActionForm key={action.version} {...draft} editing={{ id, version: action.version }} />
      ) : (
        <ActionShown action={action} draft={draft} />
      )}
      <Card className="mt-6 p-6">
        <ActionUses uses={uses} />
      </Card>
    </>
  );
}
