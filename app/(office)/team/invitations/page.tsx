import type { Metadata } from "next";
import { Temporal } from "temporal-polyfill";
import { ButtonLink } from "@/app/_components/button-link";
import { EmptyNotice } from "@/app/_components/empty-notice";
import { NearLink } from "@/app/_components/near-link";
import { PageHeader } from "@/app/_components/page-header";
import { instantInWords } from "@/app/_format/instant-in-words";
import { localeHere } from "@/app/_format/locale-here";
import { ListView } from "@/app/_lists/list-view";
import { readListRequest } from "@/app/_lists/read-list-request";
import { getFirm } from "@/db/queries/firm/get-firm";
import { invitationSorts, listOpenInvitations } from "@/db/queries/invitations/list-open-invitations";
import { requireStaff } from "@/lib/auth/require-staff";
import { roleNames } from "../../_team/role-words";

export const metadata: Metadata = { title: "Invitations" };

export default async function InvitationsPage({ searchParams }: PageProps<"/team/invitations">) {
  const { db } = await requireStaff("owner");
  const request = readListRequest(await searchParams, invitationSorts);
  const [listed, { timeZone }] = await Promise.all([listOpenInvitations(db, request), getFirm(db)]);
  const locale = await localeHere();
  const now = Temporal.Now.instant();
  const expiry = (expiresAt: Date): string => {
    const at = Temporal.Instant.fromEpochMilliseconds(expiresAt.getTime());
    const words = instantInWords(at, { now, timeZone, locale });
    return Temporal.Instant.compare(at, now) > 0 ? words : `Expired ${words}`;
  };

  return (
    <>
      <PageHeader
        title="Invitations"
        back={{ href: "/team", label: "Team" }}
        actions={
          <ButtonLink href="/team/invite" variant="primary">
            Invite somebody
          </ButtonLink>
        }
      >
        Those that nobody has accepted yet. Open one to change its role, to send it again, or to withdraw it.
      </PageHeader>
      <ListView
        path="/team/invitations"
        request={request}
        listed={listed}
        things="invitations"
        searchLabel="Search by address"
        keyOf={({ id }) => id}
        empty={
          <EmptyNotice title="No invitation is open">
            <p>
              Everybody who was invited has joined. Invite whoever should see voicemail or change the hours.
            </p>
          </EmptyNotice>
        }
        columns={[
          {
            label: "E-mail address",
            sort: "email",
            cell: ({ id, email }) => (
              <NearLink href={`/team/invitations/${id}`} className="text-accent-soft-foreground underline">
                {email}
              </NearLink>
            ),
          },
          { label: "Role", sort: "role", cell: ({ role }) => roleNames[role] },
          { label: "Works until", sort: "expires", cell: ({ expiresAt }) => expiry(expiresAt) },
          {
            label: "By",
            isSecondary: true,
            cell: ({ invitedByName }) => invitedByName ?? "Somebody who has left",
          },
        ]}
      />
    </>
  );
}
