import { Chip } from "@heroui/react/chip";
import type { Metadata } from "next";
import { ButtonLink } from "@/app/_components/button-link";
import { EmptyNotice } from "@/app/_components/empty-notice";
import { NearLink } from "@/app/_components/near-link";
import { PageHeader } from "@/app/_components/page-header";
import { formatNumber } from "@/app/_format/format-number";
import { localeHere } from "@/app/_format/locale-here";
import { ListView } from "@/app/_lists/list-view";
import { readListRequest } from "@/app/_lists/read-list-request";
import { listTemplates, templateSorts } from "@/db/queries/templates/list-templates";
import { requireStaff } from "@/lib/auth/require-staff";
import { isAtLeast } from "@/lib/auth/roles";

export const metadata: Metadata = { title: "Templates" };

export default async function TemplatesPage({ searchParams }: PageProps<"/templates">) {
  const { db, staff } = await requireStaff();
  const request = readListRequest(await searchParams, templateSorts);
  const listed = await listTemplates(db, request);
  const locale = await localeHere();
  const add = isAtLeast(staff.role, "manager") && (
    <ButtonLink href="/templates/new" variant="primary">
      New template
    </ButtonLink>
  );

  return (
    <>
      <PageHeader title="Templates" actions={add}>
        What actions are made of. Those that come with Switchboard do for most offices; copy one to change
        what it says to Twilio.
      </PageHeader>
      <ListView
        path="/templates"
        request={request}
        listed={listed}
        things="templates"
        searchLabel="Search by name or description"
        keyOf={({ id }) => id}
        empty={
          <EmptyNotice title="There are no templates">
            <p>Those that come with Switchboard appear once the database has been migrated.</p>
          </EmptyNotice>
        }
        columns={[
          {
            label: "Name",
            sort: "name",
            cell: ({ id, name }) => (
              <NearLink
                href={`/templates/${id}`}
                className="inline-block text-accent-soft-foreground underline lg:min-w-40"
              >
                {name}
              </NearLink>
            ),
          },
          {
            label: "What it does",
            isSecondary: true,
            cell: ({ description }) => <span className="text-muted">{description}</span>,
          },
          {
            label: "Kind",
            sort: "kind",
            cell: ({ isBuiltIn }) => (
              <Chip
                size="sm"
                variant="soft"
                color={isBuiltIn ? "default" : "accent"}
                className="whitespace-nowrap"
              >
                {isBuiltIn ? "Built in" : "Yours"}
              </Chip>
            ),
          },
          {
            label: "Actions",
            sort: "uses",
            cell: ({ actionCount }) => (
              <span className="tabular-nums">{formatNumber(actionCount, locale)}</span>
            ),
          },
        ]}
      />
    </>
  );
}
