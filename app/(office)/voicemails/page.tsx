import { Card } from "@heroui/react/card";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { Temporal } from "temporal-polyfill";
import { EmptyNotice } from "@/app/_components/empty-notice";
import { PageHeader } from "@/app/_components/page-header";
import { Pager } from "@/app/_components/pager";
import { personLocale } from "@/app/_format/person-locale";
import { getFirm } from "@/db/queries/firm/get-firm";
import { listVoicemails } from "@/db/queries/voicemails/list-voicemails";
import { requireStaff } from "@/lib/auth/require-staff";
import { cursorFromText, cursorToText } from "./cursor";
import { VoicemailRow } from "./voicemail-row";

export const metadata: Metadata = { title: "Voicemails" };

const voicemailsPerPage = 50;

export default async function VoicemailsPage({ searchParams }: PageProps<"/voicemails">) {
  const { db } = await requireStaff();
  const before = cursorFromText((await searchParams).before);
  const [firm, { voicemails, next }] = await Promise.all([
    getFirm(db),
    listVoicemails(db, { before, limit: voicemailsPerPage }),
  ]);
  const locale = personLocale((await headers()).get("accept-language"));
  const now = Temporal.Now.instant();

  return (
    <>
      <PageHeader title="Voicemails">Messages that callers have left, newest first.</PageHeader>
      {voicemails.length === 0 ? (
        <EmptyNotice title={before ? "There are no older voicemails" : "No voicemails yet"}>
          When a caller leaves a message, you will find it here.
        </EmptyNotice>
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
        first={before && { href: "/voicemails", label: "Newest" }}
        next={next && { href: `/voicemails?before=${cursorToText(next)}`, label: "Older" }}
      />
    </>
  );
}
