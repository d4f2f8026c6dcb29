import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { DeleteForm } from "@/app/_components/delete-form";
import { PageHeader } from "@/app/_components/page-header";
import { describeCaller } from "@/app/_format/describe-caller";
import { uuidOrNotFound } from "@/app/_format/uuid-or-not-found";
import { getFirm } from "@/db/queries/firm/get-firm";
import { findVoicemail } from "@/db/queries/voicemails/find-voicemail";
import { requireStaff } from "@/lib/auth/require-staff";
import { deleteVoicemail } from "../../mutations";

export const metadata: Metadata = { title: "Delete a voicemail" };

export default async function DeleteVoicemailPage({ params }: PageProps<"/voicemails/[id]/delete">) {
  const { db } = await requireStaff("manager");
  const id = uuidOrNotFound((await params).id);
  const [voicemail, { country }] = await Promise.all([findVoicemail(db, id), getFirm(db)]);
  if (!voicemail) notFound();
  const back = `/voicemails/${id}` as Route;
  return (
    <>
      <PageHeader
        title={`Delete the voicemail of ${describeCaller(voicemail.from, voicemail.fromName, country)}?`}
        back={{ href: back, label: "Back" }}
      />
      <DeleteForm
        mutation={deleteVoicemail}
        editing={voicemail}
        consequences={
          <ul className="list-disc ps-5">
            <li>The recording is deleted at Twilio, for good: nobody can hear it again.</li>
            {voicemail.transcription && <li>What was said is deleted in writing too.</li>}
            {voicemail.note && <li>Its note is deleted.</li>}
            <li>The call stays in the log. To keep the voicemail out of sight, archive it instead.</li>
          </ul>
        }
        cancelHref={back}
      />
    </>
  );
}
