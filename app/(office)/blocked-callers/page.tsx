import type { Metadata } from "next";
import { Temporal } from "temporal-polyfill";
import { ButtonLink } from "@/app/_components/button-link";
import { EmptyNotice } from "@/app/_components/empty-notice";
import { NearLink } from "@/app/_components/near-link";
import { PageHeader } from "@/app/_components/page-header";
import { WholeNumbers } from "@/app/_components/whole-numbers";
import { instantInWords } from "@/app/_format/instant-in-words";
import { localeHere } from "@/app/_format/locale-here";
import { ListView } from "@/app/_lists/list-view";
import { readListRequest } from "@/app/_lists/read-list-request";
import { blockedCallerSorts, listBlockedCallers } from "@/db/queries/blocked-callers/list-blocked-callers";
import { getFirm } from "@/db/queries/firm/get-firm";
import { requireStaff } from "@/lib/auth/require-staff";
import { isAtLeast } from "@/lib/auth/roles";
import { blockedNumberInWords } from "./blocked-caller-in-words";

export const metadata: Metadata = { title: "Blocked callers" };

export default async function BlockedCallersPage({ searchParams }: PageProps<"/blocked-callers">) {
  const { db, staff } = await requireStaff();
  const request = readListRequest(await searchParams, blockedCallerSorts);
  const [listed, { country, timeZone }] = await Promise.all([listBlockedCallers(db, request), getFirm(db)]);
  const locale = await localeHere();
  const now = Temporal.Now.instant();
  const mayEdit = isAtLeast(staff.role, "manager");
  const add = mayEdit && (
    <ButtonLink href="/blocked-callers/new" variant="primary">
      Block a caller
    </ButtonLink>
  );

  return (
    <>
      <PageHeader title="Blocked callers" actions={add}>
        Their calls are turned away before anything else happens.
      </PageHeader>
      <ListView
        path="/blocked-callers"
        request={request}
        listed={listed}
        things="blocked callers"
        searchLabel="Search by number or note"
        keyOf={({ id }) => id}
        empty={
          <EmptyNotice title="Nobody is blocked">
            <p>When somebody keeps calling who should not, block their number here.</p>
          </EmptyNotice>
        }
        columns={[
          {
            label: "Number",
            sort: "number",
            cell: ({ id, number }) => {
              const words = <WholeNumbers>{blockedNumberInWords(number, country)}</WholeNumbers>;
              if (!mayEdit) return words;
              return (
                <NearLink href={`/blocked-callers/${id}`} className="text-accent-soft-foreground underline">
                  {words}
                </NearLink>
              );
            },
          },
          { label: "Note", cell: ({ note }) => note },
          {
            label: "Since",
            sort: "since",
            isSecondary: true,
            cell: ({ since }) =>
              instantInWords(Temporal.Instant.fromEpochMilliseconds(since.getTime()), {
                now,
                timeZone,
                locale,
              }),
          },
          {
            label: "By",
            isSecondary: true,
            cell: ({ blockedByName }) => blockedByName ?? "Somebody who has left",
          },
        ]}
      />
    </>
  );
}
