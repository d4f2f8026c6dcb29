import { Chip } from "@heroui/react/chip";
import type { Metadata } from "next";
import { ButtonLink } from "@/app/_components/button-link";
import { EmptyNotice } from "@/app/_components/empty-notice";
import { NearLink } from "@/app/_components/near-link";
import { PageHeader } from "@/app/_components/page-header";
import { formatPhoneNumber } from "@/app/_format/phone-number";
import { ListView } from "@/app/_lists/list-view";
import { readListRequest } from "@/app/_lists/read-list-request";
import { getFirm } from "@/db/queries/firm/get-firm";
import { listPhoneNumbers, phoneNumberSorts } from "@/db/queries/phone-numbers/list-phone-numbers";
import { requireStaff } from "@/lib/auth/require-staff";
import { isAtLeast } from "@/lib/auth/roles";
import { settings } from "@/lib/env";
import { numberState } from "@/lib/twilio/rest/number-state";
import { twilioStanding } from "@/lib/twilio/rest/standing";
import { NumberStateChip } from "./number-state-chip";
import { SynchroniseForm } from "./synchronise-form";
import { TwilioNotice } from "./twilio-notice";

export const metadata: Metadata = { title: "Phone numbers" };

export default async function PhoneNumbersPage({ searchParams }: PageProps<"/phone-numbers">) {
  const { db, staff } = await requireStaff();
  const request = readListRequest(await searchParams, phoneNumberSorts);
  const [listed, { country }] = await Promise.all([listPhoneNumbers(db, request), getFirm(db)]);
  const standing = twilioStanding(settings());
  const mayEdit = isAtLeast(staff.role, "manager");
  const isConnected = standing !== "notConnected";

  return (
    <>
      <PageHeader
        title="Phone numbers"
        actions={
          mayEdit && (
            <>
              <ButtonLink href="/phone-numbers/new" variant={isConnected ? "ghost" : "secondary"}>
                Add an example
              </ButtonLink>
              {isConnected && isAtLeast(staff.role, "owner") && (
                <ButtonLink href="/phone-numbers/buy">Buy a number</ButtonLink>
              )}
            </>
          )
        }
      >
        The firm's work numbers at Twilio, and what answers them.
      </PageHeader>
      <TwilioNotice standing={standing} />
      {mayEdit && isConnected && (
        <div className="mb-6">
          <SynchroniseForm />
        </div>
      )}
      <ListView
        path="/phone-numbers"
        request={request}
        listed={listed}
        things="phone numbers"
        searchLabel="Search by name or number"
        keyOf={({ id }) => id}
        empty={
          <EmptyNotice title="No phone numbers yet">
            <p>
              {isConnected
                ? "Synchronise to take in the numbers that the account at Twilio has, or buy one."
                : "Add an example to try things out before Switchboard is connected to Twilio."}
            </p>
          </EmptyNotice>
        }
        columns={[
          {
            label: "Name",
            sort: "name",
            cell: ({ id, friendlyName, number }) => (
              <>
                <NearLink href={`/phone-numbers/${id}`} className="text-accent-soft-foreground underline">
                  {friendlyName}
                </NearLink>
                <span className="block font-normal whitespace-nowrap text-muted md:hidden">
                  {formatPhoneNumber(number, country)}
                </span>
              </>
            ),
          },
          {
            label: "Number",
            sort: "number",
            isSecondary: true,
            cell: ({ number }) => (
              <span className="whitespace-nowrap">{formatPhoneNumber(number, country)}</span>
            ),
          },
          {
            label: "State",
            cell: (row) => (
              <span className="flex flex-wrap gap-2">
                <NumberStateChip state={numberState(row)} />
                {row.isTestNumber && (
                  <Chip size="sm" variant="soft">
                    Test number
                  </Chip>
                )}
              </span>
            ),
          },
          {
            label: "Answered by",
            isSecondary: true,
            cell: ({ activeConfiguration }) =>
              activeConfiguration ? (
                <NearLink href={`/configurations/${activeConfiguration.id}`} className="underline">
                  {activeConfiguration.name}
                </NearLink>
              ) : (
                <span className="text-muted">No configuration</span>
              ),
          },
        ]}
      />
    </>
  );
}
