import { Chip } from "@heroui/react/chip";
import type { Metadata } from "next";
import { Temporal } from "temporal-polyfill";
import { ButtonLink } from "@/app/_components/button-link";
import { NearLink } from "@/app/_components/near-link";
import { PageHeader } from "@/app/_components/page-header";
import { localeHere } from "@/app/_format/locale-here";
import { ListView } from "@/app/_lists/list-view";
import { readListRequest } from "@/app/_lists/read-list-request";
import { getFirm } from "@/db/queries/firm/get-firm";
import { listStaffUsers, staffUserSorts } from "@/db/queries/staff/list-staff-users";
import { requireStaff } from "@/lib/auth/require-staff";
import { roleNames } from "../_team/role-words";
import { lastSignInInWords } from "./last-sign-in-in-words";

export const metadata: Metadata = { title: "Team" };

export default async function TeamPage({ searchParams }: PageProps<"/team">) {
  const { db, staff } = await requireStaff("owner");
  const request = readListRequest(await searchParams, staffUserSorts);
  const [listed, { timeZone }] = await Promise.all([listStaffUsers(db, request), getFirm(db)]);
  const locale = await localeHere();
  const now = Temporal.Now.instant();

  return (
    <>
      <PageHeader
        title="Team"
        actions={
          <>
            <ButtonLink href="/team/invitations">Invitations</ButtonLink>
            <ButtonLink href="/team/invite" variant="primary">
              Invite somebody
            </ButtonLink>
          </>
        }
      >
        Who signs in here, and what they may do.
      </PageHeader>
      <ListView
        path="/team"
        request={request}
        listed={listed}
        things="members of the team"
        searchLabel="Search by name or address"
        keyOf={({ id }) => id}
        empty={null}
        columns={[
          {
            label: "Name",
            sort: "name",
            cell: ({ id, name, isDisabled }) => (
              <span className="flex flex-wrap items-center gap-2">
                <NearLink href={`/team/${id}`} className="text-accent-soft-foreground underline">
                  {name}
                </NearLink>
                {id === staff.id && (
                  <Chip size="sm" variant="soft">
                    You
                  </Chip>
                )}
                {isDisabled && (
                  <Chip size="sm" color="warning" variant="soft">
                    Disabled
                  </Chip>
                )}
              </span>
            ),
          },
          { label: "E-mail address", sort: "email", isSecondary: true, cell: ({ email }) => email },
          { label: "Role", sort: "role", cell: ({ role }) => roleNames[role] },
          {
            label: "Last sign-in",
            sort: "signedIn",
            isSecondary: true,
            cell: ({ lastSignInAt }) => lastSignInInWords(lastSignInAt, { now, timeZone, locale }),
          },
        ]}
      />
    </>
  );
}
