import { Card } from "@heroui/react/card";
import { Chip } from "@heroui/react/chip";
import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { Temporal } from "temporal-polyfill";
import { ButtonLink } from "@/app/_components/button-link";
import { NearLink } from "@/app/_components/near-link";
import { PageHeader } from "@/app/_components/page-header";
import { WholeNumbers } from "@/app/_components/whole-numbers";
import { describeCaller } from "@/app/_format/describe-caller";
import { instantInWords } from "@/app/_format/instant-in-words";
import { lengthInWords } from "@/app/_format/length-in-words";
import { localeHere } from "@/app/_format/locale-here";
import { formatPhoneNumber } from "@/app/_format/phone-number";
import { uuidOrNotFound } from "@/app/_format/uuid-or-not-found";
import { getFirm } from "@/db/queries/firm/get-firm";
import { listNotices } from "@/db/queries/notices/list-notices";
import { findPeopleToTell } from "@/db/queries/notices/list-people-to-tell";
import { listPeopleToChoose } from "@/db/queries/people/list-people-to-choose";
import { findVoicemail } from "@/db/queries/voicemails/find-voicemail";
import { requireStaff } from "@/lib/auth/require-staff";
import { isAtLeast } from "@/lib/auth/roles";
import { recipientsOf } from "@/lib/notices/recipients";
import { canBeTexted } from "@/lib/text-message/can-be-texted";
import { CallBack } from "../../_call-back/call-back";
import { personChoice } from "../../people/person-choice";
import { ArchiveForm } from "../archive-form";
import { HeardForm } from "../heard-form";
import { NoticeList } from "../notice-list";
import { Player } from "../player";
import { VoicemailForm } from "../voicemail-form";
import { whyNoTranscript } from "../why-no-transcript";

export const metadata: Metadata = { title: "Voicemail" };

export default async function VoicemailPage({ params }: PageProps<"/voicemails/[id]">) {
  const { db, staff } = await requireStaff();
  const id = uuidOrNotFound((await params).id);
  const [voicemail, firm, { people, isAll }, notices, toTell] = await Promise.all([
    findVoicemail(db, id),
    getFirm(db),
    listPeopleToChoose(db),
    listNotices(db, id),
    findPeopleToTell(db, { voicemailId: id }),
  ]);
  if (!voicemail) notFound();
  const { from, fromName, line, to, action, transcription, assignedTo, note, version } = voicemail;
  // Whoever it is assigned to may be further down than the first.
  const others = people.filter((one) => one.id !== assignedTo?.id);
  const choices = isAll || !assignedTo ? people : [{ ...assignedTo, extension: null }, ...others];
  const locale = await localeHere();
  const now = Temporal.Now.instant();
  const inWords = (instant: Temporal.Instant) =>
    instantInWords(instant, { now, timeZone: firm.timeZone, locale });
  const caller = describeCaller(from, fromName, firm.country);
  const when = inWords(voicemail.leftAt);
  const isHeard = voicemail.heardAt !== null;
  const about = `${caller}, ${when}`;
  const { unreachable } = recipientsOf(toTell?.people ?? [], canBeTexted);

  return (
    <>
      <PageHeader
        title={caller}
        back={{ href: "/voicemails", label: "Voicemails" }}
        actions={
          <>
            <HeardForm id={id} isHeard={isHeard} about={about} size="md" />
            <ArchiveForm id={id} isArchived={voicemail.archivedAt !== null} about={about} />
            {isAtLeast(staff.role, "manager") && (
              <ButtonLink href={`/voicemails/${id}/delete` as Route} variant="ghost">
                Delete
              </ButtonLink>
            )}
          </>
        }
      >
        Left a message, {when}
      </PageHeader>
      <div className="grid gap-6 lg:grid-cols-[1fr_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <Card className="h-fit gap-4 p-4 sm:p-5">
            <Player id={id} isHeard={isHeard} about={about} />
            <h2 className="text-base font-semibold">What was said</h2>
            {transcription ? (
              <blockquote className="max-w-prose text-sm whitespace-pre-line wrap-anywhere">
                {transcription}
              </blockquote>
            ) : (
              <p className="text-sm text-muted wrap-anywhere">{whyNoTranscript(voicemail, now)}</p>
            )}
          </Card>
          <Card className="h-fit gap-4 p-4 sm:p-5">
            <h2 className="text-base font-semibold">What is to be done</h2>
            <VoicemailForm
              editing={{ id, version }}
              initial={{ assignedToId: assignedTo?.id ?? "", note }}
              people={{ choices: choices.map(personChoice), isAll }}
            />
          </Card>
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <CallBack call={{ sid: voicemail.callSid, from, to }} />
          <Card className="h-fit p-4 sm:p-5">
            <h2 className="mb-3 text-base font-semibold">In short</h2>
            <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 text-sm">
              <Fact term="State">
                <span className="flex flex-wrap gap-2">
                  <Chip size="sm" variant="soft" color={isHeard ? "default" : "accent"}>
                    {isHeard ? "Heard" : "New"}
                  </Chip>
                  {voicemail.archivedAt && (
                    <Chip size="sm" variant="soft">
                      In the archive
                    </Chip>
                  )}
                </span>
              </Fact>
              {voicemail.heardAt && (
                <Fact term="Heard">
                  {voicemail.heardByName && `by ${voicemail.heardByName}, `}
                  <time dateTime={voicemail.heardAt.toString()}>{inWords(voicemail.heardAt)}</time>
                </Fact>
              )}
              <Fact term="Caller">
                <WholeNumbers>{caller}</WholeNumbers>
              </Fact>
              <Fact term="Line">
                {line ? (
                  <NearLink href={`/phone-numbers/${line.id}` as Route} className="underline">
                    {line.name}
                  </NearLink>
                ) : (
                  formatPhoneNumber(to, firm.country)
                )}
              </Fact>
              <Fact term="Length">{lengthInWords(voicemail.durationSeconds)}</Fact>
              <Fact term="Taken by">
                {action ? (
                  <NearLink href={`/actions/${action.id}` as Route} className="underline">
                    {action.name}
                  </NearLink>
                ) : (
                  "An action that has been deleted"
                )}
              </Fact>
              <Fact term="Call">
                <NearLink href={`/calls/${voicemail.callSid}` as Route} className="underline">
                  What happened on it
                </NearLink>
              </Fact>
            </dl>
          </Card>
          <NoticeList notices={notices} unreachable={unreachable} country={firm.country} inWords={inWords} />
        </div>
      </div>
    </>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  );
}
