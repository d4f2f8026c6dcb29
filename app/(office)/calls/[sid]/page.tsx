import { Card } from "@heroui/react/card";
import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { Fragment, type ReactNode } from "react";
import { Temporal } from "temporal-polyfill";
import { ButtonLink } from "@/app/_components/button-link";
import { NearLink } from "@/app/_components/near-link";
import { PageHeader } from "@/app/_components/page-header";
import { describeCaller } from "@/app/_format/describe-caller";
import { instantInWords } from "@/app/_format/instant-in-words";
import { lengthInWords } from "@/app/_format/length-in-words";
import { localeHere } from "@/app/_format/locale-here";
import { formatPhoneNumber } from "@/app/_format/phone-number";
import { timeWriter } from "@/app/_format/wall-time";
import { findCall, type ToldCall } from "@/db/queries/calls/find-call";
import { getFirm } from "@/db/queries/firm/get-firm";
import { findTextBack } from "@/db/queries/notices/text-backs";
import { requireStaff } from "@/lib/auth/require-staff";
import { isAtLeast } from "@/lib/auth/roles";
import { rewriteRecordedTimes } from "@/lib/schedule/rewrite-recorded-times";
import { CallBack } from "../../_call-back/call-back";
import { ResultChip } from "../result-chip";
import { statusInWords } from "./step-mark";
import { Story } from "./story";
import { TextBack } from "./text-back";

export const metadata: Metadata = { title: "Call" };

const degradedWords: Record<NonNullable<ToldCall["degradedTo"]>, string> = {
  memory: "The database was away: the number's last known set-up answered",
  fallbackNumber: "The fallback number was dialled",
  sentence: "The caller was told politely that nobody can take the call",
};

export default async function CallPage({ params }: PageProps<"/calls/[sid]">) {
  const { db, staff } = await requireStaff();
  const { sid } = await params;
  const [call, firm, textBack] = await Promise.all([findCall(db, sid), getFirm(db), findTextBack(db, sid)]);
  if (!call) notFound();
  const locale = await localeHere();
  const now = Temporal.Now.instant();
  const inWords = (instant: Temporal.Instant) =>
    instantInWords(instant, { now, timeZone: firm.timeZone, locale });
  const lineName = call.line?.name ?? formatPhoneNumber(call.to, firm.country);
  const mayBlock = isAtLeast(staff.role, "manager") && /^\+\d+$/.test(call.from);

  return (
    <>
      <PageHeader
        title={describeCaller(call.from, call.knownCaller?.name ?? call.fromName, firm.country)}
        back={{ href: "/calls", label: "Calls" }}
        actions={
          mayBlock && (
            <>
              <ButtonLink
                href={`/caller-data?${new URLSearchParams({ number: call.from })}` as Route}
                variant="ghost"
              >
                This caller's data
              </ButtonLink>
              <ButtonLink
                href={`/blocked-callers/new?${new URLSearchParams({ number: call.from })}` as Route}
                variant="ghost"
              >
                Block this caller
              </ButtonLink>
            </>
          )
        }
      >
        Called {lineName}, {inWords(call.receivedAt)}
      </PageHeader>
      <div className="grid gap-6 lg:grid-cols-[1fr_20rem]">
        <div>
          <Story call={call} timeZone={firm.timeZone} country={firm.country} locale={locale} />
          {textBack && <TextBack textBack={textBack} inWords={inWords} />}
        </div>
        <div className="flex flex-col gap-6">
          <CallBack call={call} />
          <Card className="h-fit p-5">
            <h2 className="mb-3 text-base font-semibold">In short</h2>
            <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 text-sm">
              <Fact term="Result">
                <ResultChip call={call} now={now} />
              </Fact>
              {call.answeredByName && (
                <Fact term="Taken by">
                  <PersonLink
                    id={call.answeredById}
                    name={formatPhoneNumber(call.answeredByName, firm.country)}
                  />
                </Fact>
              )}
              {call.answeredAt && (
                <Fact term="Waited">
                  {secondsInWords(call.receivedAt.until(call.answeredAt).total("seconds"))}
                </Fact>
              )}
              {call.rung.length > 0 && (
                <Fact term="Rung">
                  {call.rung.map(({ id, name }, index) => (
                    <Fragment key={id}>
                      {index > 0 && ", "}
                      <PersonLink id={id} name={name} />
                    </Fragment>
                  ))}
                </Fact>
              )}
              <Fact term="Why">{rewriteRecordedTimes(call.reason, timeWriter(locale))}</Fact>
              <Fact term="Number">
                {call.line ? (
                  <NearLink href={`/phone-numbers/${call.line.id}` as Route} className="underline">
                    {lineName}
                  </NearLink>
                ) : (
                  lineName
                )}
              </Fact>
              {call.configuration && (
                <Fact term="Configuration">
                  <NearLink href={`/configurations/${call.configuration.id}` as Route} className="underline">
                    {call.configuration.name}
                  </NearLink>
                  {call.configurationVersion !== null && (
                    <span className="text-muted">
                      , version {call.configurationVersion}
                      {isChangedSince(call) && ` (changed since: now ${call.configuration.version})`}
                    </span>
                  )}
                </Fact>
              )}
              {call.degradedTo && <Fact term="Outage">{degradedWords[call.degradedTo]}</Fact>}
              <Fact term="Ended">
                {call.endedAt ? inWords(call.endedAt) : "Twilio has not reported its end"}
              </Fact>
              {call.status && <Fact term="Status">{statusInWords(call.status)}</Fact>}
              {call.knownCaller && call.fromName && <Fact term="Carrier says">{call.fromName}</Fact>}
              {call.durationSeconds !== null && (
                <Fact term="Length">{lengthInWords(call.durationSeconds)}</Fact>
              )}
              {call.voicemails.map(({ id, durationSeconds }) => (
                <Fact key={id} term="Message">
                  <NearLink href={`/voicemails/${id}` as Route} className="underline">
                    {lengthInWords(durationSeconds)}
                  </NearLink>
                </Fact>
              ))}
              <Fact term="At Twilio">
                <code className="text-xs">{call.sid}</code>
              </Fact>
            </dl>
          </Card>
        </div>
      </div>
    </>
  );
}

const secondsInWords = (seconds: number): string =>
  seconds < 60 ? `${Math.round(seconds)} s` : lengthInWords(Math.round(seconds));

function PersonLink({ id, name }: { id: string | null; name: string }) {
  if (id === null) return name;
  return (
    <NearLink href={`/people/${id}` as Route} className="underline">
      {name}
    </NearLink>
  );
}

const isChangedSince = ({ configuration, configurationVersion }: ToldCall): boolean =>
  configuration !== null && configurationVersion !== null && configuration.version !== configurationVersion;

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  );
}
