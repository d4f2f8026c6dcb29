import { Card } from "@heroui/react/card";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Temporal } from "temporal-polyfill";
import { AndMore } from "@/app/_components/and-more";
import { ButtonLink } from "@/app/_components/button-link";
import { NearLink } from "@/app/_components/near-link";
import { PageHeader } from "@/app/_components/page-header";
import { instantInWords } from "@/app/_format/instant-in-words";
import { listInWords } from "@/app/_format/list-in-words";
import { localeHere } from "@/app/_format/locale-here";
import { formatPhoneNumber } from "@/app/_format/phone-number";
import { uuidOrNotFound } from "@/app/_format/uuid-or-not-found";
import { searchHref } from "@/app/_lists/list-href";
import { listConfigurationsOfNumber } from "@/db/queries/configurations/list-configurations-of-number";
import { getFirm } from "@/db/queries/firm/get-firm";
import { findPhoneNumber, type PhoneNumber } from "@/db/queries/phone-numbers/find-phone-number";
import { requireStaff } from "@/lib/auth/require-staff";
import { isAtLeast } from "@/lib/auth/roles";
import { settings } from "@/lib/env";
import { twilioStanding } from "@/lib/twilio/rest/standing";
import { TwilioNotice } from "../twilio-notice";
import { AtPreview } from "./at-preview";
import { AtTwilio } from "./at-twilio";
import { NumberForm } from "./number-form";

export const metadata: Metadata = { title: "Phone number" };

const configurationsShown = 50;

export default async function PhoneNumberPage({ params }: PageProps<"/phone-numbers/[id]">) {
  const { db, staff } = await requireStaff();
  const id = uuidOrNotFound((await params).id);
  const [number, firm, uses] = await Promise.all([
    findPhoneNumber(db, id),
    getFirm(db),
    listConfigurationsOfNumber(db, { phoneNumberId: id, limit: configurationsShown }),
  ]);
  if (!number) notFound();
  const locale = await localeHere();
  const mayEdit = isAtLeast(staff.role, "manager");
  const isAtTwilio = number.twilioSid !== null && number.goneSince === null;
  const standing = twilioStanding(settings());
  const { timeZone, country } = firm;
  const { version, friendlyName, isTestNumber, previewOrigin } = number;
  const answers = previewOrigin ? " answers its calls once it is taken back" : " answers its calls";
  const now = Temporal.Now.instant();
  const inWords = (at: Date) =>
    instantInWords(Temporal.Instant.fromEpochMilliseconds(at.getTime()), { now, timeZone, locale });

  return (
    <>
      <PageHeader
        title={number.friendlyName}
        back={{ href: "/phone-numbers", label: "Phone numbers" }}
        actions={
          <>
            {mayEdit && !isAtTwilio && <ButtonLink href={`/phone-numbers/${id}/delete`}>Delete</ButtonLink>}
            {isAtTwilio && standing === "live" && isAtLeast(staff.role, "owner") && (
              <ButtonLink href={`/phone-numbers/${id}/release`}>Release</ButtonLink>
            )}
          </>
        }
      >
        {formatPhoneNumber(number.number, country)}
        {number.twilioSid && ` · ${capabilitiesInWords(number, locale)}`}
        {isTestNumber && " · test number"}
      </PageHeader>
      <TwilioNotice standing={standing} />
      <div className="flex flex-col gap-6">
        <AtTwilio
          number={number}
          toldAt={number.synchronisedAt && inWords(number.synchronisedAt)}
          goneAt={number.goneSince && inWords(number.goneSince)}
          mayRepair={mayEdit && standing === "live"}
        />
        <Card className="gap-3 p-6">
          <h2 className="text-base font-semibold">Configurations</h2>
          {uses.total === 0 ? (
            <p className="text-sm text-muted">None uses this number, so callers are turned away.</p>
          ) : (
            <ul className="flex flex-col gap-2 text-sm">
              {uses.rows.map(({ id: configurationId, name, isActive }) => (
                <li key={configurationId}>
                  <NearLink href={`/configurations/${configurationId}`} className="underline wrap-anywhere">
                    {name}
                  </NearLink>
                  <span className="text-muted">{isActive ? answers : " is prepared"}</span>
                  {mayEdit && (
                    <>
                      {" · "}
                      <NearLink
                        href={`/configurations/new?from=${configurationId}&number=another`}
                        aria-label={`Use for another number: ${name}`}
                        className="underline"
                      >
                        Use for another number
                      </NearLink>
                    </>
                  )}
                </li>
              ))}
              <AndMore
                count={uses.total - uses.rows.length}
                href={searchHref("/configurations", number.number)}
              />
            </ul>
          )}
        </Card>
        {isAtTwilio && number.isTestNumber && (
          <AtPreview
            key={previewOrigin}
            number={number}
            since={number.previewSince && inWords(number.previewSince)}
            mayPoint={mayEdit && standing === "live"}
          />
        )}
        {mayEdit && <NumberForm key={number.version} number={{ id, version, friendlyName, isTestNumber }} />}
      </div>
    </>
  );
}

function capabilitiesInWords({ canVoice, canSms, canMms }: PhoneNumber, locale: string): string {
  const can = [canVoice && "calls", canSms && "texts", canMms && "pictures"].filter((word) => word !== false);
  return can.length > 0 ? `takes ${listInWords(can, locale)}` : "takes neither calls nor texts";
}
