import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { PageHeader } from "@/app/_components/page-header";
import { localeHere } from "@/app/_format/locale-here";
import type { Database } from "@/db/client";
import { findConfiguration } from "@/db/queries/configurations/find-configuration";
import { getFirm } from "@/db/queries/firm/get-firm";
import { requireStaff } from "@/lib/auth/require-staff";
import { settings } from "@/lib/env";
import { twilioStanding } from "@/lib/twilio/rest/standing";
import { TwilioNotice } from "../../phone-numbers/twilio-notice";
import { ConfigurationForm, type ConfigurationValues } from "../configuration-form";
import { findFormChoices } from "../form-choices";
import { isSomethingMissing, MissingFirst } from "../missing-first";

export const metadata: Metadata = { title: "New configuration" };

const nothing: ConfigurationValues = {
  name: "",
  phoneNumberId: "",
  scheduleId: "",
  openActionId: "",
  closedActionId: "",
  takesKnownCallersOnly: false,
};

/** Begins with a number, or as a copy of another configuration, for the same number or "another", as the address says. */
export default async function NewConfigurationPage({ searchParams }: PageProps<"/configurations/new">) {
  const { db } = await requireStaff("manager");
  const { number, from } = await searchParams;
  const [initial, { country }] = await Promise.all([beginning(db, { number, from }), getFirm(db)]);
  const { counts, ...choices } = await findFormChoices(db, initial, country);
  return (
    <>
      <PageHeader title="New configuration" back={{ href: "/configurations", label: "Configurations" }} />
      <TwilioNotice standing={twilioStanding(settings())} />
      {isSomethingMissing(counts) ? (
        <MissingFirst counts={counts} locale={await localeHere()} />
      ) : (
        <ConfigurationForm initial={initial} {...choices} />
      )}
    </>
  );
}

async function beginning(
  db: Database,
  { number, from }: { number: unknown; from: unknown },
): Promise<ConfigurationValues> {
  const phoneNumberId = z.uuid().safeParse(number).data ?? "";
  const copiedId = z.uuid().safeParse(from).data;
  if (!copiedId) return { ...nothing, phoneNumberId };
  const copied = await findConfiguration(db, copiedId);
  if (!copied) notFound();
  const { name, scheduleId, openActionId, closedActionId, takesKnownCallersOnly } = copied;
  return {
    name: `Copy of ${name}`,
    phoneNumberId: number === "another" ? "" : phoneNumberId || copied.phoneNumberId,
    scheduleId,
    openActionId,
    closedActionId,
    takesKnownCallersOnly,
  };
}
