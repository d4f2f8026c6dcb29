import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { Temporal } from "temporal-polyfill";
import { ButtonLink } from "@/app/_components/button-link";
import { PageHeader } from "@/app/_components/page-header";
import { localeHere } from "@/app/_format/locale-here";
import { uuidOrNotFound } from "@/app/_format/uuid-or-not-found";
import { getFirm } from "@/db/queries/firm/get-firm";
import { findPerson } from "@/db/queries/people/find-person";
import { findPersonUses } from "@/db/queries/people/find-person-uses";
import { requireStaff } from "@/lib/auth/require-staff";
import { isAtLeast } from "@/lib/auth/roles";
import { PersonFacts } from "../person-facts";
import { PersonForm } from "../person-form";
import { awayInWords } from "../person-in-words";
import { personToType } from "../person-to-type";
import { RungBy } from "../rung-by";

export const metadata: Metadata = { title: "Person" };

export default async function PersonPage({ params }: PageProps<"/people/[id]">) {
  const { db, staff } = await requireStaff();
  const id = uuidOrNotFound((await params).id);
  const [person, { actions }, { country, timeZone }] = await Promise.all([
    findPerson(db, id),
    findPersonUses(db, id),
    getFirm(db),
  ]);
  if (!person) notFound();
  const now = Temporal.Now.instant();
  const mayEdit = isAtLeast(staff.role, "manager");
  const locale = await localeHere();
  const away = awayInWords(person.awayUntil, { timeZone, now, locale });
  return (
    <>
      <PageHeader
        title={person.name}
        back={{ href: "/people", label: "People" }}
        actions={
          <>
            <ButtonLink href={`/activity?subject=person&id=${id}` as Route}>Changes</ButtonLink>
            {mayEdit && <ButtonLink href={`/people/new?from=${id}`}>Duplicate</ButtonLink>}
            {mayEdit && <ButtonLink href={`/people/${id}/delete`}>Delete</ButtonLink>}
          </>
        }
      >
        {away && `Away until ${away}.`}
      </PageHeader>
      {mayEdit ? (
        <PersonForm
          key={person.version}
          editing={person}
          initial={personToType(person, { country, timeZone, now })}
          timeZone={timeZone}
        />
      ) : (
        <PersonFacts person={person} country={country} away={away} />
      )}
      <RungBy actions={actions} />
    </>
  );
}
