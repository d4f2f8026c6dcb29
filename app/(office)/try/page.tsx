import type { Metadata } from "next";
import { Temporal } from "temporal-polyfill";
import { EmptyNotice } from "@/app/_components/empty-notice";
import { PageHeader } from "@/app/_components/page-header";
import { localeHere } from "@/app/_format/locale-here";
import { formatPhoneNumber } from "@/app/_format/phone-number";
import { findTriedNumber } from "@/db/queries/configurations/find-tried-number";
import { listChoices } from "@/db/queries/configurations/list-choices";
import { getFirm } from "@/db/queries/firm/get-firm";
import { requireStaff } from "@/lib/auth/require-staff";
import { choiceOptions } from "../configurations/_choice/choice-options";
import { readTrial, triedNumber, typedTrial } from "./read-trial";
import { TrialResult } from "./trial-result";
import { TryForm } from "./try-form";

export const metadata: Metadata = { title: "Try a call" };

/** What would become of a call, by the functions that answer one. The address says which, so that it can be sent to somebody. */
export default async function TryPage({ searchParams }: PageProps<"/try">) {
  const { db } = await requireStaff();
  const typed = typedTrial(await searchParams);
  const now = Temporal.Now.instant();
  const firm = await getFirm(db);
  const number = triedNumber(typed, firm.country);
  const tried = number === null ? null : await findTriedNumber(db, number);
  const choices = await listChoices(db, { kind: "phoneNumber", chosenIds: tried ? [tried.id] : [] });
  const timeZone = tried?.schedule?.timeZone ?? firm.timeZone;
  const { trial, errors } = readTrial(typed, { country: firm.country, timeZone, now });
  const isNoNumber = typed.number !== null && number === null;
  const locale = await localeHere();

  return (
    <>
      <PageHeader title="Try a call">
        See what would happen on a call, at any time. Nobody is rung, and nothing is kept.
      </PageHeader>
      {choices.total === 0 ? (
        <EmptyNotice title="No phone numbers yet">
          <p>As soon as a work number is here, a call to it can be tried.</p>
        </EmptyNotice>
      ) : (
        <TryForm
          typed={{ ...typed, from: formatPhoneNumber(typed.from, firm.country) }}
          number={number}
          errors={isNoNumber ? { number: "Choose a phone number." } : number === null ? {} : (errors ?? {})}
          phoneNumbers={choiceOptions(choices, firm.country)}
          timeZone={timeZone}
          firmTimeZone={firm.timeZone}
        />
      )}
      {number !== null && trial && (
        <TrialResult
          db={db}
          {...trial}
          {...{ number, tried, now, timeZone, locale }}
          country={firm.country}
        />
      )}
    </>
  );
}
