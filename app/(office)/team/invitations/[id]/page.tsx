import { Card } from "@heroui/react/card";
import type { Metadata, Route } from "next";
import { Temporal } from "temporal-polyfill";
import { ButtonLink } from "@/app/_components/button-link";
import { EmptyNotice } from "@/app/_components/empty-notice";
import { PageHeader } from "@/app/_components/page-header";
import { instantInWords } from "@/app/_format/instant-in-words";
import { localeHere } from "@/app/_format/locale-here";
import { uuidOrNotFound } from "@/app/_format/uuid-or-not-found";
import { getFirm } from "@/db/queries/firm/get-firm";
import { findOpenInvitation } from "@/db/queries/invitations/find-invitation";
import { requireStaff } from "@/lib/auth/require-staff";
import { roleNames, roleWords } from "../../../_team/role-words";
import { InvitationForm } from "./invitation-form";
import { ResendForm } from "./resend-form";

export const metadata: Metadata = { title: "Invitation" };

export default async function InvitationPage({ params }: PageProps<"/team/invitations/[id]">) {
  const { db } = await requireStaff("owner");
  const id = uuidOrNotFound((await params).id);
  const [invitation, { timeZone }] = await Promise.all([findOpenInvitation(db, id), getFirm(db)]);
  const back = { href: "/team/invitations", label: "Invitations" } as const;
  if (!invitation) {
    return (
      <>
        <PageHeader title="Invitation" back={back} />
        <EmptyNotice title="This invitation is no longer open">
          <p>It has been accepted or withdrawn. Whoever has accepted one is in the team.</p>
        </EmptyNotice>
      </>
    );
  }
  const { email, role, invitedByName, expiresAt } = invitation;
  const now = Temporal.Now.instant();
  const expiry = Temporal.Instant.fromEpochMilliseconds(expiresAt.getTime());
  const locale = await localeHere();
  const isOpen = Temporal.Instant.compare(expiry, now) > 0;
  return (
    <>
      <PageHeader
        title={email}
        back={back}
        actions={
          <>
            <ButtonLink href={`/activity?subject=invitation&id=${id}` as Route}>Changes</ButtonLink>
            <ButtonLink href={`/team/invite?role=${role}` as Route}>Invite another like this</ButtonLink>
            <ButtonLink href={`/team/invitations/${id}/withdraw`}>Withdraw</ButtonLink>
          </>
        }
      >
        Invited by {invitedByName ?? "somebody who has left"} as {roleNames[role].toLowerCase()}:{" "}
        {roleWords[role]}. The link {isOpen ? "works until" : "expired"}{" "}
        {instantInWords(expiry, { now, timeZone, locale })}.
      </PageHeader>
      <div className="flex max-w-2xl flex-col gap-6">
        <Card className="gap-4 p-4 sm:p-6">
          <InvitationForm key={role} id={id} role={role} />
          <p className="text-sm text-muted">
            The address cannot be changed, because the link was sent there. If it is wrong, withdraw this and
            invite them again.
          </p>
        </Card>
        <Card className="gap-4 p-4 sm:p-6">
          <h2 className="text-lg font-semibold">Send it again</h2>
          <p>A new link works for another seven days, and the one from before no longer does.</p>
          <ResendForm id={id} />
        </Card>
      </div>
    </>
  );
}
