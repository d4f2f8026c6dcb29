import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { DeleteForm } from "@/app/_components/delete-form";
import { NearLink } from "@/app/_components/near-link";
import { PageHeader } from "@/app/_components/page-header";
import { formatNumber } from "@/app/_format/format-number";
import { localeHere } from "@/app/_format/locale-here";
import { uuidOrNotFound } from "@/app/_format/uuid-or-not-found";
import { findPerson } from "@/db/queries/people/find-person";
import { findPersonUses, type PersonUses } from "@/db/queries/people/find-person-uses";
import { requireStaff } from "@/lib/auth/require-staff";
import { isAtLeast } from "@/lib/auth/roles";
import { deletePerson } from "../../mutations";
import { whatItDoesInWords } from "../../what-it-does-in-words";

export const metadata: Metadata = { title: "Delete a person" };

export default async function DeletePersonPage({ params }: PageProps<"/people/[id]/delete">) {
  const { db, staff } = await requireStaff("manager");
  const id = uuidOrNotFound((await params).id);
  const [person, { actions, staffUser, voicemailCount }] = await Promise.all([
    findPerson(db, id),
    findPersonUses(db, id),
  ]);
  if (!person) notFound();
  const back = `/people/${id}` as Route;
  return (
    <>
      <PageHeader title={`Delete ${person.name}?`} back={{ href: back, label: "Back" }} />
      <DeleteForm
        mutation={deletePerson}
        editing={person}
        uses={actions.map(({ id: actionId, name, ...use }) => ({
          label: `The action “${name}” ${whatItDoesInWords(use)}`,
          href: `/actions/${actionId}` as Route,
        }))}
        consequences={
          <ul className="list-disc ps-5">
            <li>{phonesGone(person.phones.length)}</li>
            {staffUser && (
              <li>
                <StaffUserName staffUser={staffUser} isLink={isAtLeast(staff.role, "owner")} /> signs in as
                this person. They can still sign in, with no phones of their own.
              </li>
            )}
            {voicemailCount > 0 && <li>{voicemailsLeft(voicemailCount, await localeHere())}</li>}
          </ul>
        }
        cancelHref={back}
      />
    </>
  );
}

const phonesGone = (count: number): string => {
  if (count === 0) return "They have no phones, and no action names them.";
  return `${count === 1 ? "Their phone is" : `Their ${count} phones are`} deleted with them. No action names them.`;
};

const voicemailsLeft = (count: number, locale: string): string =>
  count === 1
    ? "A voicemail is assigned to them; it will be nobody's."
    : `${formatNumber(count, locale)} voicemails are assigned to them; they will be nobody's.`;

/** The pages of the team are for owners. */
function StaffUserName({
  staffUser: { id, name },
  isLink,
}: {
  staffUser: NonNullable<PersonUses["staffUser"]>;
  isLink: boolean;
}) {
  if (!isLink) return name;
  return (
    <NearLink href={`/team/${id}` as Route} className="underline wrap-anywhere">
      {name}
    </NearLink>
  );
}
