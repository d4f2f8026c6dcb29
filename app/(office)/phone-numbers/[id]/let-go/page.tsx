import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { DeleteForm } from "@/app/_components/delete-form";
import { PageHeader } from "@/app/_components/page-header";
import { uuidOrNotFound } from "@/app/_format/uuid-or-not-found";
import { listConfigurationsOfNumber } from "@/db/queries/configurations/list-configurations-of-number";
import { getFirm } from "@/db/queries/firm/get-firm";
import { findPhoneNumber } from "@/db/queries/phone-numbers/find-phone-number";
import { requireStaff } from "@/lib/auth/require-staff";
import { settingsToRestore } from "@/lib/twilio/rest/voice-settings";
import { nameOfNumber } from "../../number-in-words";
import { VoiceSettingsList } from "../../voice-settings-list";
import { letGo } from "../mutations";

export const metadata: Metadata = { title: "Put the old settings back" };

export default async function LetGoPage({ params }: PageProps<"/phone-numbers/[id]/let-go">) {
  const { db } = await requireStaff("manager");
  const id = uuidOrNotFound((await params).id);
  const [number, { country }, { rows }] = await Promise.all([
    findPhoneNumber(db, id),
    getFirm(db),
    listConfigurationsOfNumber(db, { phoneNumberId: id, limit: 1 }),
  ]);
  if (!number) notFound();
  const back = `/phone-numbers/${id}` as Route;
  const active = rows.filter(({ isActive }) => isActive);
  return (
    <>
      <PageHeader
        title={`Put the old settings of ${nameOfNumber(number, country)} back?`}
        back={{ href: back, label: "Back" }}
      />
      <DeleteForm
        mutation={letGo}
        editing={{ id, version: number.version }}
        submitLabel="Put them back"
        pendingLabel="Putting them back…"
        uses={active.map(({ id: useId, name }) => ({
          label: `Configuration “${name}” is active`,
          href: `/configurations/${useId}` as Route,
        }))}
        consequences={
          <div className="flex flex-col gap-5">
            <p>
              Calls to this number will not come to Switchboard any more. If the number still points at
              Switchboard, this is what will stand at Twilio:
            </p>
            <VoiceSettingsList settings={settingsToRestore(number.settingsBefore)} />
          </div>
        }
        cancelHref={back}
      />
    </>
  );
}
