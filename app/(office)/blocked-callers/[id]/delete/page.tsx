import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DeleteForm } from "@/app/_components/delete-form";
import { PageHeader } from "@/app/_components/page-header";
import { uuidOrNotFound } from "@/app/_format/uuid-or-not-found";
import { findBlockedCaller } from "@/db/queries/blocked-callers/find-blocked-caller";
import { getFirm } from "@/db/queries/firm/get-firm";
import { requireStaff } from "@/lib/auth/require-staff";
import { blockedNumberInWords } from "../../blocked-caller-in-words";
import { unblockCaller } from "../../mutations";

export const metadata: Metadata = { title: "Unblock a caller" };

export default async function UnblockCallerPage({ params }: PageProps<"/blocked-callers/[id]/delete">) {
  const { db } = await requireStaff("manager");
  const id = uuidOrNotFound((await params).id);
  const [caller, { country }] = await Promise.all([findBlockedCaller(db, id), getFirm(db)]);
  if (!caller) notFound();
  const back = `/blocked-callers/${id}` as const;
  return (
    <>
      <PageHeader
        title={`Unblock ${blockedNumberInWords(caller.number, country)}?`}
        back={{ href: back, label: "Back" }}
      />
      <DeleteForm
        mutation={unblockCaller}
        editing={caller}
        submitLabel="Unblock"
        pendingLabel="Unblocking…"
        consequences={<p>Their next call is answered like anybody else's. The note is deleted.</p>}
        cancelHref={back}
      />
    </>
  );
}
