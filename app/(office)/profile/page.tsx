import { Card } from "@heroui/react/card";
import type { Metadata } from "next";
import { type ReactNode, useId } from "react";
import { Temporal } from "temporal-polyfill";
import { PageHeader } from "@/app/_components/page-header";
import { getFirm } from "@/db/queries/firm/get-firm";
import { findPerson } from "@/db/queries/people/find-person";
import { getProfile } from "@/db/queries/staff/get-profile";
import { requireStaff } from "@/lib/auth/require-staff";
import { roleNames, roleWords } from "../_team/role-words";
import { personToType } from "../people/person-to-type";
import { MyPhonesForm } from "./my-phones-form";
import { NameForm } from "./name-form";
import { NoPerson } from "./no-person";
import { PasswordForm } from "./password-form";
import { SignOutForm } from "./sign-out-form";

export const metadata: Metadata = { title: "My profile" };

export default async function ProfilePage() {
  const { db, staff } = await requireStaff();
  const [{ version, hasPassword, personId }, firm] = await Promise.all([
    getProfile(db, staff.id),
    getFirm(db),
  ]);
  const person = personId === null ? null : await findPerson(db, personId);
  const now = Temporal.Now.instant();
  return (
    <>
      <PageHeader title="My profile">
        {staff.email} · {roleNames[staff.role]}: {roleWords[staff.role]}
      </PageHeader>
      <div className="flex max-w-2xl flex-col gap-6">
        <Section title="My phones">
          {person ? (
            <MyPhonesForm
              key={person.version}
              editing={person}
              initial={personToType(person, { ...firm, now })}
              timeZone={firm.timeZone}
            />
          ) : (
            <NoPerson staff={staff} />
          )}
        </Section>
        <Section title="Name">
          <NameForm key={version} editing={{ id: staff.id, version }} name={staff.name} />
        </Section>
        <Section title="Password">
          {hasPassword ? (
            <PasswordForm email={staff.email} />
          ) : (
            <p>
              You have none: you sign in with Google or Microsoft. To have one as well, let an owner make you
              a link that sets it, on your page under Team.
            </p>
          )}
        </Section>
        <Section title="Sessions">
          <p className="text-sm text-muted">
            Ends your sessions on every device, this one too, such as after a phone was lost.
          </p>
          <SignOutForm />
        </Section>
      </div>
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <Card className="gap-4 p-4 sm:p-6">
      <section aria-labelledby={id} className="flex flex-col gap-4">
        <h2 id={id} className="text-lg font-semibold">
          {title}
        </h2>
        {children}
      </section>
    </Card>
  );
}
