import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { DeleteForm } from "@/app/_components/delete-form";
import { PageHeader } from "@/app/_components/page-header";
import { uuidOrNotFound } from "@/app/_format/uuid-or-not-found";
import { findOpenInvitation } from "@/db/queries/invitations/find-invitation";
import { requireStaff } from "@/lib/auth/require-staff";
import { withdrawOpenInvitation } from "../../../invitation-mutations";

export const metadata: Metadata = { title: "Withdraw an invitation" };

export default async function WithdrawInvitationPage({
  params,
}: PageProps<"/team/invitations/[id]/withdraw">) {
  const { db } = await requireStaff("owner");
  const id = uuidOrNotFound((await params).id);
  const invitation = await findOpenInvitation(db, id);
  if (!invitation) notFound();
  const back = `/team/invitations/${id}` as Route;
  return (
    <>
      <PageHeader
        title={`Withdraw the invitation of ${invitation.email}?`}
        back={{ href: back, label: "Back" }}
      />
      <DeleteForm
        mutation={withdrawOpenInvitation}
        // Whatever role it gives by now, it ends: there is no version of it that somebody could have missed.
        editing={{ id, version: 1 }}
        submitLabel="Withdraw"
        pendingLabel="Withdrawing…"
        consequences={<p>The link that was sent to them no longer works. You can invite them again.</p>}
        cancelHref={back}
      />
    </>
  );
}
