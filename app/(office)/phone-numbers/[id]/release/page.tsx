import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { AndMore } from "@/app/_components/and-more";
import { NearLink } from "@/app/_components/near-link";
import { PageHeader } from "@/app/_components/page-header";
import { formatPhoneNumber } from "@/app/_format/phone-number";
import { uuidOrNotFound } from "@/app/_format/uuid-or-not-found";
import { searchHref } from "@/app/_lists/list-href";
import { listConfigurationsOfNumber } from "@/db/queries/configurations/list-configurations-of-number";
import { getFirm } from "@/db/queries/firm/get-firm";
import { findPhoneNumber } from "@/db/queries/phone-numbers/find-phone-number";
import { requireStaff } from "@/lib/auth/require-staff";
import { settings } from "@/lib/env";
import { twilioStanding } from "@/lib/twilio/rest/standing";
import { nameOfNumber } from "../../number-in-words";
import { TwilioNotice } from "../../twilio-notice";
import { ReleaseForm } from "./release-form";

export const metadata: Metadata = { title: "Release a phone number" };

const usesShown = 50;

export default async function ReleaseNumberPage({ params }: PageProps<"/phone-numbers/[id]/release">) {
  const { db } = await requireStaff("owner");
  const id = uuidOrNotFound((await params).id);
  const [number, { country }, uses] = await Promise.all([
    findPhoneNumber(db, id),
    getFirm(db),
    listConfigurationsOfNumber(db, { phoneNumberId: id, limit: usesShown }),
  ]);
  if (!number?.twilioSid || number.goneSince) notFound();
  return (
    <>
      <PageHeader
        title={`Release ${nameOfNumber(number, country)}?`}
        back={{ href: `/phone-numbers/${id}` as Route, label: "Back" }}
      />
      <TwilioNotice standing={twilioStanding(settings())} />
      <ReleaseForm
        id={id}
        version={number.version}
        number={formatPhoneNumber(number.number, country)}
        consequences={
          <>
            <p>
              The number goes back to Twilio, which stops charging for it and may sell it to anybody else.
              Callers do not reach the firm on it any more, and it may not be possible to get it back.
            </p>
            {uses.total > 0 && (
              <>
                <p>These configurations stay, and have no number that anybody can call:</p>
                <ul className="list-disc ps-5">
                  {uses.rows.map(({ id: useId, name }) => (
                    <li key={useId}>
                      <NearLink
                        href={`/configurations/${useId}` as Route}
                        className="underline wrap-anywhere"
                      >
                        {name}
                      </NearLink>
                    </li>
                  ))}
                  <AndMore
                    count={uses.total - uses.rows.length}
                    href={searchHref("/configurations", number.number)}
                  />
                </ul>
              </>
            )}
          </>
        }
      />
    </>
  );
}
