import type { Metadata } from "next";
import { PageHeader } from "@/app/_components/page-header";
import { requireStaff } from "@/lib/auth/require-staff";
import { InviteForm } from "./invite-form";

export const metadata: Metadata = { title: "Invite somebody" };

export default async function InviteStaffPage() {
  await requireStaff("owner");
  return (
    <>
      <PageHeader title="Invite somebody" back={{ href: "/team", label: "Team" }}>
        They get a link with which they choose a password and join. It works once, for seven days.
      </PageHeader>
      <InviteForm />
    </>
  );
}
