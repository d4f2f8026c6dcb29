import { Card } from "@heroui/react/card";
import type { Metadata } from "next";
import { Suspense } from "react";
import { PageHeader } from "@/app/_components/page-header";
import { localeHere } from "@/app/_format/locale-here";
import { getFirm } from "@/db/queries/firm/get-firm";
import { requireStaff } from "@/lib/auth/require-staff";
import { settings } from "@/lib/env";
import { twilioStanding } from "@/lib/twilio/rest/standing";
import { TwilioNotice } from "../twilio-notice";
import { NumbersForSale } from "./numbers-for-sale";
import { PriceLink } from "./price-link";
import { readNumberSearch } from "./read-number-search";
import { SearchForm } from "./search-form";

export const metadata: Metadata = { title: "Buy a phone number" };

export default async function BuyNumberPage({ searchParams }: PageProps<"/phone-numbers/buy">) {
  const { db } = await requireStaff("owner");
  const { country } = await getFirm(db);
  const given = await searchParams;
  const search = readNumberSearch(given, country);
  const locale = await localeHere();
  const standing = twilioStanding(settings());
  return (
    <>
      <PageHeader title="Buy a phone number" back={{ href: "/phone-numbers", label: "Phone numbers" }}>
        Twilio charges for a number every month, and for its calls: see <PriceLink />.
      </PageHeader>
      <TwilioNotice standing={standing} />
      {standing !== "notConnected" && (
        <>
          <Card className="mb-6 p-6">
            <SearchForm search={search} locale={locale} />
          </Card>
          {given.country !== undefined && (
            <Suspense key={JSON.stringify(search)} fallback={<p role="status">Asking Twilio…</p>}>
              <NumbersForSale search={search} country={country} />
            </Suspense>
          )}
        </>
      )}
    </>
  );
}
