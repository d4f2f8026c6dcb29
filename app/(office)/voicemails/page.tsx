import { Card } from "@heroui/react/card";
import type { Metadata, Route } from "next";
import { Temporal } from "temporal-polyfill";
import { EmptyNotice } from "@/app/_components/empty-notice";
import { PageHeader } from "@/app/_components/page-header";
import { Pager } from "@/app/_components/pager";
import { localeHere } from "@/app/_format/locale-here";
import { ShownCount } from "@/app/_lists/shown-count";
import { getFirm } from "@/db/queries/firm/get-firm";
import { listPeopleToChoose } from "@/db/queries/people/list-people-to-choose";
import { findOwnPersonId } from "@/db/queries/voicemails/find-assignee";
import { listVoicemails } from "@/db/queries/voicemails/list-voicemails";
import { requireStaff } from "@/lib/auth/require-staff";
import { personChoice } from "../people/person-choice";
import { cursorFromText, cursorToText } from "./cursor";
import { VoicemailFilterForm } from "./filter-form";
import { filterQuery, readTypedFilter, voicemailFilter } from "./voicemail-filter";
import { VoicemailRow } from "./voicemail-row";

export const metadata: Metadata = { title: "Voicemails" };

const voicemailsPerPage = 50;

export default async function VoicemailsPage({ searchParams }: PageProps<"/voicemails">) {
  const { db, staff } = await requireStaff();
  const asked = await searchParams;
  const typed = readTypedFilter(asked);
  const before = cursorFromText(asked.before);
  const [firm, { people, isAll }, ownPersonId] = await Promise.all([
    getFirm(db),
    listPeopleToChoose(db, { chosen: typed.person === "me" ? "" : typed.person }),
    findOwnPersonId(db, staff.id),
  ]);
  const filter = voicemailFilter(typed, ownPersonId);
  const { voicemails, next } = await listVoicemails(db, { filter, before, limit: voicemailsPerPage });
  const locale = await localeHere();
  const now = Temporal.Now.instant();
  const here = (more: Record<string, string> = {}) => {
    const query = filterQuery(typed, more);
    return (query ? `/voicemails?${query}` : "/voicemails") as Route;
  };

  return (
    <>
      <PageHeader title="Voicemails">Messages that callers have left, newest first.</PageHeader>
      <VoicemailFilterForm
        filter={typed}
        people={{ choices: people.map(personChoice), isAll }}
        ownPersonId={ownPersonId}
      />
      <ShownCount count={voicemails.length} thing="voicemail" isPart={before !== null || next !== null} />
      {voicemails.length === 0 ? (
        <Empty isNarrowed={filterQuery(typed) !== ""} isOlder={before !== null} />
      ) : (
        <Card className="p-0">
          <ul className="divide-y divide-separator">
            {voicemails.map((voicemail) => (
              <VoicemailRow key={voicemail.id} voicemail={voicemail} firm={firm} now={now} locale={locale} />
            ))}
          </ul>
        </Card>
      )}
      <Pager
        first={before && { href: here(), label: "Newest" }}
        next={next && { href: here({ before: cursorToText(next) }), label: "Older" }}
      />
    </>
  );
}

function Empty({ isNarrowed, isOlder }: { isNarrowed: boolean; isOlder: boolean }) {
  if (isOlder)
    return <EmptyNotice title="There are no older voicemails">You have come to the end.</EmptyNotice>;
  if (isNarrowed) {
    return <EmptyNotice title="No voicemail like that">Nothing here is like what you asked for.</EmptyNotice>;
  }
  return (
    <EmptyNotice title="No voicemails yet">
      When a caller leaves a message, you will find it here.
    </EmptyNotice>
  );
}
