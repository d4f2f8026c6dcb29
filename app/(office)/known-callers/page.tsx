import type { Metadata } from "next";
import { ButtonLink } from "@/app/_components/button-link";
import { EmptyNotice } from "@/app/_components/empty-notice";
import { NearLink } from "@/app/_components/near-link";
import { PageHeader } from "@/app/_components/page-header";
import { WholeNumbers } from "@/app/_components/whole-numbers";
import { formatPhoneNumber } from "@/app/_format/phone-number";
import { ListView } from "@/app/_lists/list-view";
import { readListRequest } from "@/app/_lists/read-list-request";
import { getFirm } from "@/db/queries/firm/get-firm";
import { knownCallerSorts, listKnownCallers } from "@/db/queries/known-callers/list-known-callers";
import { requireStaff } from "@/lib/auth/require-staff";
import { isAtLeast } from "@/lib/auth/roles";

export const metadata: Metadata = { title: "Known callers" };

export default async function KnownCallersPage({ searchParams }: PageProps<"/known-callers">) {
  const { db, staff } = await requireStaff();
  const request = readListRequest(await searchParams, knownCallerSorts);
  const [listed, { country }] = await Promise.all([listKnownCallers(db, request), getFirm(db)]);
  const mayEdit = isAtLeast(staff.role, "manager");
  const add = mayEdit && (
    <ButtonLink href="/known-callers/new" variant="primary">
      New known caller
    </ButtonLink>
  );

  return (
    <>
      <PageHeader title="Known callers" actions={add}>
        Called by name in the log and when a phone rings. Their calls can go straight to an action, and a
        configuration can put through nobody else.
      </PageHeader>
      <ListView
        path="/known-callers"
        request={request}
        listed={listed}
        things="known callers"
        searchLabel="Search by name, number or note"
        keyOf={({ id }) => id}
        empty={
          <EmptyNotice title="Nobody is known yet">
            <p>Add the people who call often, so that whoever picks up hears who it is.</p>
          </EmptyNotice>
        }
        columns={[
          {
            label: "Name",
            sort: "name",
            cell: ({ id, name }) => {
              if (!mayEdit) return name;
              return (
                <NearLink href={`/known-callers/${id}`} className="text-accent-soft-foreground underline">
                  {name}
                </NearLink>
              );
            },
          },
          {
            label: "Number",
            sort: "number",
            cell: ({ number }) => <WholeNumbers>{formatPhoneNumber(number, country)}</WholeNumbers>,
          },
          {
            label: "Straight to",
            sort: "action",
            isSecondary: true,
            cell: ({ actionName }) => actionName ?? "The way of everybody else",
          },
          { label: "Note", isSecondary: true, cell: ({ note }) => note },
        ]}
      />
    </>
  );
}
