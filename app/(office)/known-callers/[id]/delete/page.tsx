import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeleteForm } from "@/app/_components/delete-form";
import { PageHeader } from "@/app/_components/page-header";
import { uuidOrNotFound } from "@/app/_format/uuid-or-not-found";
import { findKnownCaller } from "@/db/queries/known-callers/find-known-caller";
import { requireStaff } from "@/lib/auth/require-staff";
import { deleteKnownCaller } from "../../mutations";

export const metadata: Metadata = { title: "Delete a known caller" };

export default async function DeleteKnownCallerPage({ params }: PageProps<"/known-callers/[id]/delete">) {
  const { db } = await requireStaff("manager");
  const id = uuidOrNotFound((await params).id);
  const caller = await findKnownCaller(db, id);
  if (!caller) notFound();
  const back = `/known-callers/${id}` as const;
  return (
    <>
      <PageHeader title={`Delete ${caller.name}?`} back={{ href: back, label: "Back" }} />
      <DeleteForm
        mutation={deleteKnownCaller}
        editing={caller}
        consequences={
          <>
            <p>Their next call is answered like a stranger’s, and the note is deleted.</p>
            <p className="mt-2">
              Where a configuration takes known callers only, they are not put through any more. Calls in the
              log keep the name.
            </p>
          </>
        }
        cancelHref={back}
      />
    </>
  );
}
