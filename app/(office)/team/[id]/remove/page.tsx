import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { DeleteForm } from "@/app/_components/delete-form";
import { PageHeader } from "@/app/_components/page-header";
import { formatNumber } from "@/app/_format/format-number";
import { localeHere } from "@/app/_format/locale-here";
import { uuidOrNotFound } from "@/app/_format/uuid-or-not-found";
import { findTeamMember } from "@/db/queries/staff/find-team-member";
import { requireStaff } from "@/lib/auth/require-staff";
import { removeTeamMember } from "../../mutations";

export const metadata: Metadata = { title: "Remove from the team" };

export default async function RemoveMemberPage({ params }: PageProps<"/team/[id]/remove">) {
  const { db, staff } = await requireStaff("owner");
  const id = uuidOrNotFound((await params).id);
  const member = await findTeamMember(db, id);
  if (!member) notFound();
  const { name, personName, openInvitations } = member;
  const back = `/team/${id}` as Route;
  const locale = await localeHere();
  return (
    <>
      <PageHeader title={`Remove ${name} from the team?`} back={{ href: back, label: "Back" }} />
      <DeleteForm
        mutation={removeTeamMember}
        editing={member}
        submitLabel="Remove"
        pendingLabel="Removing…"
        consequences={
          <ul className="list-disc ps-5">
            <li>
              {id === staff.id ? "This is you: you are" : "They are"} signed out everywhere at once, and{" "}
              cannot sign in any longer.
            </li>
            <li>What they did stays in the activity, under their name.</li>
            {personName && <li>{personName} stays among the people: calls ring their phones as before.</li>}
            {openInvitations > 0 && (
              <li>
                {openInvitations === 1
                  ? "An invitation that they sent stays open."
                  : `${formatNumber(openInvitations, locale)} invitations that they sent stay open.`}
              </li>
            )}
            <li>To keep somebody out for a while, disable them instead.</li>
          </ul>
        }
        cancelHref={back}
      />
    </>
  );
}
