import type { Metadata } from "next";
import { Suspense } from "react";
import { PageHeader } from "@/app/_components/page-header";
import { localeHere } from "@/app/_format/locale-here";
import { originHere } from "@/app/_twilio/origin-here";
import { requireStaff } from "@/lib/auth/require-staff";
import { settings } from "@/lib/env";
import { CheckAgain } from "./check-again";
import { CheckLine, CheckUnderWay } from "./check-line";
import { startChecks } from "./start-checks";
import { Verdict, VerdictUnderWay } from "./verdict";

export const metadata: Metadata = { title: "Check-up" };

/** Asks each thing that Switchboard depends on how it is, at this moment. */
export default async function CheckUpPage() {
  const { db } = await requireStaff("owner");
  const checks = startChecks({
    db,
    settings: settings(),
    origin: await originHere(),
    locale: await localeHere(),
  });
  return (
    <>
      <PageHeader title="Check-up" actions={<CheckAgain />}>
        What Switchboard depends on, asked at this moment.
      </PageHeader>
      <Suspense fallback={<VerdictUnderWay />}>
        <Verdict checks={checks} />
      </Suspense>
      <ul className="flex flex-col gap-4">
        {checks.map((check) => (
          <li key={check.title}>
            <Suspense fallback={<CheckUnderWay title={check.title} about={check.about} />}>
              <CheckLine check={check} />
            </Suspense>
          </li>
        ))}
      </ul>
    </>
  );
}
