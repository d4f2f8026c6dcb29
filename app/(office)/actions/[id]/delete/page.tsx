import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { DeleteForm } from "@/app/_components/delete-form";
import { PageHeader } from "@/app/_components/page-header";
import { uuidOrNotFound } from "@/app/_format/uuid-or-not-found";
import { findAction } from "@/db/queries/actions/find-action";
import { listActionUses } from "@/db/queries/actions/list-action-uses";
import { requireStaff } from "@/lib/auth/require-staff";
import { useInWords } from "../../action-uses";
import { deleteAction } from "../../mutations";

export const metadata: Metadata = { title: "Delete an action" };

export default async function DeleteActionPage({ params }: PageProps<"/actions/[id]/delete">) {
  const { db } = await requireStaff("manager");
  const id = uuidOrNotFound((await params).id);
  const [action, uses] = await Promise.all([findAction(db, id), listActionUses(db, id)]);
  if (!action) notFound();
  const back = `/actions/${id}` as Route;
  return (
    <>
      <PageHeader title={`Delete “${action.name}”?`} back={{ href: back, label: "Back" }} />
      <DeleteForm
        mutation={deleteAction}
        editing={{ id, version: action.version }}
        uses={uses.map(useInWords)}
        consequences={
          <p>
            The action and what it is filled in with are gone for good. Its template, the people it rings and
            the log of its calls stay.
          </p>
        }
        cancelHref={back}
      />
    </>
  );
}
