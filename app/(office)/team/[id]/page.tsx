import { Card } from "@heroui/react/card";
import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { Temporal } from "temporal-polyfill";
import { ButtonLink } from "@/app/_components/button-link";
import { PageHeader } from "@/app/_components/page-header";
import { localeHere } from "@/app/_format/locale-here";
import { uuidOrNotFound } from "@/app/_format/uuid-or-not-found";
import { getFirm } from "@/db/queries/firm/get-firm";
import { findTeamMember } from "@/db/queries/staff/find-team-member";
import { requireStaff } from "@/lib/auth/require-staff";
import { lastSignInInWords } from "../last-sign-in-in-words";
import { AccessForms } from "./access-forms";
import { MemberForm } from "./member-form";

export const metadata: Metadata = { title: "Team member" };

export default async function TeamMemberPage({ params }: PageProps<"/team/[id]">) {
  const { db } = await requireStaff("owner");
  const id = uuidOrNotFound((await params).id);
  const [member, { timeZone }] = await Promise.all([findTeamMember(db, id), getFirm(db)]);
  if (!member) notFound();
  const locale = await localeHere();
  const now = Temporal.Now.instant();
  return (
    <>
      <PageHeader
        title={member.name}
        back={{ href: "/team", label: "Team" }}
        actions={
          <>
            <ButtonLink href={`/activity?subject=staffUser&id=${id}` as Route}>Changes</ButtonLink>
            <ButtonLink href={`/team/invite?role=${member.role}` as Route}>
              Invite another like them
            </ButtonLink>
            <ButtonLink href={`/team/${id}/remove`}>Remove</ButtonLink>
          </>
        }
      >
        {member.email}
        {member.isDisabled && " · disabled, cannot sign in"} · last sign-in:{" "}
        {lastSignInInWords(member.lastSignInAt, { now, timeZone, locale })}
      </PageHeader>
      <div className="flex max-w-2xl flex-col gap-6">
        <Card className="p-4 sm:p-6">
          <MemberForm key={member.version} member={member} />
        </Card>
        <Card className="gap-6 p-4 sm:p-6">
          <h2 className="text-lg font-semibold">Signing in</h2>
          <AccessForms id={id} version={member.version} isDisabled={member.isDisabled} />
        </Card>
      </div>
    </>
  );
}
