import type { Metadata } from "next";
import { Temporal } from "temporal-polyfill";
import { ButtonLink } from "@/app/_components/button-link";
import { EmptyNotice } from "@/app/_components/empty-notice";
import { NearLink } from "@/app/_components/near-link";
import { PageHeader } from "@/app/_components/page-header";
import { formatNumber } from "@/app/_format/format-number";
import { instantInWords } from "@/app/_format/instant-in-words";
import { localeHere } from "@/app/_format/locale-here";
import { ListView } from "@/app/_lists/list-view";
import { readListRequest } from "@/app/_lists/read-list-request";
import { actionSorts, listActions } from "@/db/queries/actions/list-actions";
import { getFirm } from "@/db/queries/firm/get-firm";
import { requireStaff } from "@/lib/auth/require-staff";
import { isAtLeast } from "@/lib/auth/roles";

export const metadata: Metadata = { title: "Actions" };

export default async function ActionsPage({ searchParams }: PageProps<"/actions">) {
  const { db, staff } = await requireStaff();
  const request = readListRequest(await searchParams, actionSorts);
  const [listed, { timeZone }] = await Promise.all([listActions(db, request), getFirm(db)]);
  const locale = await localeHere();
  const now = Temporal.Now.instant();
  const add = isAtLeast(staff.role, "manager") && (
    <ButtonLink href="/actions/new" variant="primary">
      New action
    </ButtonLink>
  );

  return (
    <>
      <PageHeader title="Actions" actions={add}>
        What can happen on a call. A configuration says which number does which of them, and when.
      </PageHeader>
      <ListView
        path="/actions"
        request={request}
        listed={listed}
        things="actions"
        searchLabel="Search by name or template"
        keyOf={({ id }) => id}
        empty={
          <EmptyNotice title="No actions yet">
            <p>
              An action is what a caller gets: phones that ring, a message to leave, a sentence to hear. Make
              one, then choose it in a configuration.
            </p>
          </EmptyNotice>
        }
        columns={[
          {
            label: "Name",
            sort: "name",
            cell: ({ id, name }) => (
              <NearLink href={`/actions/${id}`} className="text-accent-soft-foreground underline">
                {name}
              </NearLink>
            ),
          },
          { label: "Template", sort: "template", cell: ({ templateName }) => templateName },
          {
            label: "Used by",
            cell: ({ uses }) =>
              uses === 0 ? "Nothing yet" : uses === 1 ? "1 place" : `${formatNumber(uses, locale)} places`,
          },
          {
            label: "Changed",
            sort: "changed",
            isSecondary: true,
            cell: ({ updatedAt }) =>
              instantInWords(Temporal.Instant.fromEpochMilliseconds(updatedAt.getTime()), {
                now,
                timeZone,
                locale,
              }),
          },
        ]}
      />
    </>
  );
}
