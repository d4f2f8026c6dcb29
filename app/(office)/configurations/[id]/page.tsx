import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Temporal } from "temporal-polyfill";
import { ButtonLink } from "@/app/_components/button-link";
import { PageHeader } from "@/app/_components/page-header";
import { localeHere } from "@/app/_format/locale-here";
import { uuidOrNotFound } from "@/app/_format/uuid-or-not-found";
import { searchHref } from "@/app/_lists/list-href";
import { findConfiguration } from "@/db/queries/configurations/find-configuration";
import { findConfigurationSetup } from "@/db/queries/configurations/find-configuration-setup";
import { listConfigurationsOfNumber } from "@/db/queries/configurations/list-configurations-of-number";
import { getFirm } from "@/db/queries/firm/get-firm";
import { requireStaff } from "@/lib/auth/require-staff";
import { settings } from "@/lib/env";
import { twilioStanding } from "@/lib/twilio/rest/standing";
import { TwilioNotice } from "../../phone-numbers/twilio-notice";
import { ConfigurationForm } from "../configuration-form";
import { numberInWords } from "../configuration-in-words";
import { findFormChoices } from "../form-choices";
import { OthersOfNumber } from "../others-of-number";
import { RightNow } from "../right-now";
import { StateChip } from "../state-chip";
import { SwitchForm } from "../switch-form";
import { UnsettledNumbers } from "../unsettled-numbers";

export const metadata: Metadata = { title: "Configuration" };

/** More than these are found in the list, by the number: there is a way there. */
const mostOthers = 20;

export default async function ConfigurationPage({ params }: PageProps<"/configurations/[id]">) {
  const { db } = await requireStaff("manager");
  const id = uuidOrNotFound((await params).id);
  const at = Temporal.Now.instant();
  const [configuration, setup, { country }] = await Promise.all([
    findConfiguration(db, id),
    findConfigurationSetup(db, { id, at }),
    getFirm(db),
  ]);
  if (!configuration || !setup) notFound();
  const locale = await localeHere();
  const { phoneNumberId, isActive, number, numberName } = configuration;
  const [{ counts: _, ...choices }, all] = await Promise.all([
    findFormChoices(db, configuration, country),
    listConfigurationsOfNumber(db, { phoneNumberId, limit: mostOthers }),
  ]);
  const others = all.rows.filter((other) => other.id !== id);
  const standing = twilioStanding(settings());
  const isSwap = all.rows.some((one) => one.isActive);
  const path = `/configurations/${id}` as const;
  return (
    <>
      <PageHeader
        title={configuration.name}
        back={{ href: "/configurations", label: "Configurations" }}
        actions={
          <>
            <SwitchForm configuration={configuration} isSwap={isSwap} />
            {isActive && <ButtonLink href={`${path}/deactivate`}>Deactivate</ButtonLink>}
            <ButtonLink href={`/configurations/new?from=${id}`}>Duplicate</ButtonLink>
            <ButtonLink href={`${path}/delete`}>Delete</ButtonLink>
          </>
        }
      >
        <StateChip isActive={isActive} /> {numberInWords(configuration, country)}
      </PageHeader>
      <TwilioNotice standing={standing} />
      <UnsettledNumbers
        numbers={[
          {
            ...configuration,
            id: phoneNumberId,
            version: configuration.numberVersion,
            name: numberName,
          },
        ]}
        country={country}
        mayRepair={standing === "live"}
      />
      <RightNow {...{ setup, isActive, at, country, locale }} />
      <ConfigurationForm
        key={configuration.version}
        configuration={configuration}
        initial={configuration}
        {...choices}
      />
      <OthersOfNumber
        others={others}
        more={{ count: all.total - 1 - others.length, href: searchHref("/configurations", number) }}
        numberName={numberName}
        isSwap={isSwap}
      />
    </>
  );
}
