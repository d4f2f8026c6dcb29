import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { DeleteForm } from "@/app/_components/delete-form";
import { PageHeader } from "@/app/_components/page-header";
import { uuidOrNotFound } from "@/app/_format/uuid-or-not-found";
import { searchHref } from "@/app/_lists/list-href";
import { listConfigurationsOfNumber } from "@/db/queries/configurations/list-configurations-of-number";
import { getFirm } from "@/db/queries/firm/get-firm";
import { findPhoneNumber } from "@/db/queries/phone-numbers/find-phone-number";
import { requireStaff } from "@/lib/auth/require-staff";
import { deleteNumber } from "../../mutations";
import { nameOfNumber } from "../../number-in-words";

export const metadata: Metadata = { title: "Delete a phone number" };

const usesShown = 50;

export default async function DeleteNumberPage({ params }: PageProps<"/phone-numbers/[id]/delete">) {
  const { db } = await requireStaff("manager");
  const id = uuidOrNotFound((await params).id);
  const [number, { country }, uses] = await Promise.all([
    findPhoneNumber(db, id),
    getFirm(db),
    listConfigurationsOfNumber(db, { phoneNumberId: id, limit: usesShown }),
  ]);
  if (!number) notFound();
  const back = `/phone-numbers/${id}` as Route;
  const isAtTwilio = number.twilioSid !== null && number.goneSince === null;
  return (
    <>
      <PageHeader title={`Delete ${nameOfNumber(number, country)}?`} back={{ href: back, label: "Back" }} />
      {isAtTwilio ? (
        <p>The account at Twilio has this number, so it cannot be deleted here. An owner can release it.</p>
      ) : (
        <DeleteForm
          mutation={deleteNumber}
          editing={{ id, version: number.version }}
          uses={uses.rows.map(({ id: useId, name }) => ({
            label: `Configuration “${name}”`,
            href: `/configurations/${useId}` as Route,
          }))}
          moreUses={{
            count: uses.total - uses.rows.length,
            href: searchHref("/configurations", number.number),
          }}
          consequences={
            <p>
              It disappears from the list. Calls and voicemails that came in on it are kept, under the number
              alone.
            </p>
          }
          cancelHref={back}
        />
      )}
    </>
  );
}
