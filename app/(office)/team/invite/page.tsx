import type { Metadata } from "next";
import { PageHeader } from "@/app/_components/page-header";
import { requireStaff } from "@/lib/auth/require-staff";
import { staffRoles } from "@/lib/auth/roles";
import { InviteForm } from "./invite-form";

export const metadata: Metadata = { title: "Invite somebody" };

export default async function InviteStaffPage({ searchParams }: PageProps<"/team/invite">) {
  await requireStaff("owner");
  const { role } = await searchParams;
  // "Invite another like this": a role that is none begins with the least.
  const initialRole = staffRoles.find((one) => one === role) ?? "staff";
  return (
    <>
      <PageHeader title="Invite somebody" back={{ href: "/team", label: "Team" }}>
        They get a link with which they choose a password and join. It works once, for seven days.
      </PageHeader>
      <InviteForm initialRole={initialRole} />
    </>
  );
}
