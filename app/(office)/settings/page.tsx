import { getCountries } from "libphonenumber-js/min";
import type { Metadata, Route } from "next";
import { Temporal } from "temporal-polyfill";
import { ButtonLink } from "@/app/_components/button-link";
import { PageHeader } from "@/app/_components/page-header";
import { localeHere } from "@/app/_format/locale-here";
import { getFirmSettings } from "@/db/queries/firm/get-firm-settings";
import { firmId } from "@/db/queries/firm/save-firm";
import { getTextBack, listTextingLines } from "@/db/queries/firm/text-back";
import { getRetention } from "@/db/queries/retention/retention";
import { listTimeZones } from "@/db/queries/schedules/list-time-zones";
import { requireStaff } from "@/lib/auth/require-staff";
import { settings } from "@/lib/env";
import { twilioStanding } from "@/lib/twilio/rest/standing";
import { listVoices } from "@/lib/twiml/voices";
import { languageInWords } from "../actions/_parameters/language-in-words";
import { LastClearing } from "./_retention/last-clearing";
import { RetentionForm } from "./_retention/retention-form";
import { TextBackFacts } from "./_text-back/text-back-facts";
import { TextBackForm } from "./_text-back/text-back-form";
import { SettingsForm } from "./settings-form";
import { countryInWords, fallbackInWords } from "./settings-in-words";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const { db } = await requireStaff("manager");
  const [firm, zones, retention, textBack, lines] = await Promise.all([
    getFirmSettings(db),
    listTimeZones(db),
    getRetention(db),
    getTextBack(db),
    listTextingLines(db),
  ]);
  const { version, fallbackNumber, ...fields } = firm;
  const locale = await localeHere();
  return (
    <>
      <PageHeader
        title="Settings"
        actions={<ButtonLink href={`/activity?subject=firm&id=${firmId}` as Route}>Changes</ButtonLink>}
      >
        What holds for the whole firm.
      </PageHeader>
      <SettingsForm
        editing={{ id: firmId, version }}
        initial={{ ...fields, fallbackNumber: fallbackInWords(fallbackNumber) }}
        countries={inOrder(getCountries(), countryInWords)}
        languages={inOrder([...new Set(listVoices().map(({ language }) => language))], languageInWords)}
        zones={zones}
        now={Temporal.Now.instant().toString()}
        fallbackHelp={<FallbackHelp environmentNumber={settings().FALLBACK_PHONE_NUMBER ?? null} />}
      />
      <TextBackForm
        editing={{ id: firmId, version }}
        isOn={textBack !== null}
        text={textBack ?? `Sorry that we missed your call. Please call us again. ${firm.name}`}
      >
        <TextBackFacts lines={lines} standing={twilioStanding(settings())} />
      </TextBackForm>
      <RetentionForm editing={{ id: firmId, version }} retention={retention}>
        <LastClearing db={db} timeZone={firm.timeZone} locale={locale} />
      </RetentionForm>
    </>
  );
}

const inOrder = (values: readonly string[], inWords: (value: string) => string) =>
  values
    .map((value) => ({ value, label: inWords(value) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, "en"));

function FallbackHelp({ environmentNumber }: { environmentNumber: string | null }) {
  return (
    <>
      Rung when a call cannot be answered as it should, with its country code; never one of your own lines.
      Whoever picks up there presses 1. While this is empty,{" "}
      {environmentNumber === null
        ? "the caller hears a polite sentence: FALLBACK_PHONE_NUMBER of the environment is not set either."
        : `${fallbackInWords(environmentNumber)} is rung, which is FALLBACK_PHONE_NUMBER of the environment.`}
    </>
  );
}
