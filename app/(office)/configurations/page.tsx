import type { Metadata } from "next";
import { ButtonLink } from "@/app/_components/button-link";
import { EmptyNotice } from "@/app/_components/empty-notice";
import { NearLink } from "@/app/_components/near-link";
import { PageHeader } from "@/app/_components/page-header";
import { formatPhoneNumber } from "@/app/_format/phone-number";
import { ListView } from "@/app/_lists/list-view";
import { readListRequest } from "@/app/_lists/read-list-request";
import { configurationSorts, listConfigurations } from "@/db/queries/configurations/list-configurations";
import { listUnsettledNumbers } from "@/db/queries/configurations/list-unsettled-numbers";
import { getFirm } from "@/db/queries/firm/get-firm";
import { requireStaff } from "@/lib/auth/require-staff";
import { isAtLeast } from "@/lib/auth/roles";
import { settings } from "@/lib/env";
import { twilioStanding } from "@/lib/twilio/rest/standing";
import { TwilioNotice } from "../phone-numbers/twilio-notice";
import { numberInWords } from "./configuration-in-words";
import { InASentence } from "./in-a-sentence";
import { StateChip } from "./state-chip";
import { SwitchForm } from "./switch-form";
import { UnsettledNumbers } from "./unsettled-numbers";
import { faultInAddress } from "./unsettled-path";

export const metadata: Metadata = { title: "Configurations" };

/** A firm has a handful of numbers; when more than these wait, the first ones say enough. */
const mostUnsettled = 10;

export default async function ConfigurationsPage({ searchParams }: PageProps<"/configurations">) {
  const { db, staff } = await requireStaff();
  const asked = await searchParams;
  const request = readListRequest(asked, configurationSorts);
  const [listed, unsettled, { country }] = await Promise.all([
    listConfigurations(db, request),
    listUnsettledNumbers(db, mostUnsettled),
    getFirm(db),
  ]);
  const standing = twilioStanding(settings());
  const mayEdit = isAtLeast(staff.role, "manager");

  return (
    <>
      <PageHeader
        title="Configurations"
        actions={
          mayEdit && (
            <ButtonLink href="/configurations/new" variant="primary">
              New configuration
            </ButtonLink>
          )
        }
      >
        What happens when a number is called. Several can be prepared for one number; one of them answers.
      </PageHeader>
      <TwilioNotice standing={standing} />
      <UnsettledNumbers
        numbers={unsettled}
        told={faultInAddress(asked)}
        country={country}
        mayRepair={mayEdit && standing === "live"}
      />
      <ListView
        path="/configurations"
        request={request}
        listed={listed}
        things="configurations"
        searchLabel="Search by name or number"
        keyOf={({ id }) => id}
        empty={
          <EmptyNotice title="No number is set up yet">
            <p>
              A configuration says what happens when a number is called: a schedule, what to do while it is
              open, and what to do while it is closed.
            </p>
          </EmptyNotice>
        }
        columns={[
          {
            label: "Configuration",
            sort: "name",
            cell: ({ id, name, number, numberName }) => (
              <>
                {mayEdit ? (
                  <NearLink href={`/configurations/${id}`} className="text-accent-soft-foreground underline">
                    {name}
                  </NearLink>
                ) : (
                  name
                )}
                {/* A phone's screen has no room for the next column. */}
                <span className="mt-1 block font-normal text-muted md:hidden">
                  {numberInWords({ number, numberName }, country)}
                </span>
              </>
            ),
          },
          {
            label: "Phone number",
            sort: "number",
            isSecondary: true,
            cell: ({ numberName, number }) => (
              <>
                {numberName}
                <span className="block font-normal whitespace-nowrap text-muted">
                  {formatPhoneNumber(number, country)}
                </span>
              </>
            ),
          },
          {
            label: "What happens",
            sort: "schedule",
            isSecondary: true,
            cell: (configuration) => <InASentence {...configuration} />,
          },
          {
            label: "State",
            cell: ({ activeName, ...configuration }) => (
              <div className="flex flex-col items-start gap-2">
                <StateChip isActive={configuration.isActive} />
                {mayEdit && <SwitchForm configuration={configuration} isSwap={activeName !== null} />}
              </div>
            ),
          },
        ]}
      />
    </>
  );
}
