import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/app/_components/page-header";
import { formatPhoneNumber } from "@/app/_format/phone-number";
import { getFirm } from "@/db/queries/firm/get-firm";
import { requireStaff } from "@/lib/auth/require-staff";
import { settings } from "@/lib/env";
import { twilioStanding } from "@/lib/twilio/rest/standing";
import { TwilioNotice } from "../../twilio-notice";
import { PriceLink } from "../price-link";
import { PurchaseForm } from "./purchase-form";

export const metadata: Metadata = { title: "Buy a phone number" };

export default async function PurchasePage({
  params,
  searchParams,
}: PageProps<"/phone-numbers/buy/[number]">) {
  const { db } = await requireStaff("owner");
  const { number: digits } = await params;
  if (!/^[1-9]\d{6,14}$/.test(digits)) notFound();
  const { address } = await searchParams;
  const { country } = await getFirm(db);
  const words = formatPhoneNumber(`+${digits}`, country);
  return (
    <>
      <PageHeader title={`Buy ${words}?`} back={{ href: "/phone-numbers/buy", label: "Search again" }}>
        Once it is bought, Twilio charges for it every month until it is released: see <PriceLink />.
      </PageHeader>
      <TwilioNotice standing={twilioStanding(settings())} />
      <PurchaseForm
        number={`+${digits}`}
        words={words}
        needsAddress={address === "any" || address === "local" || address === "foreign"}
      />
    </>
  );
}
