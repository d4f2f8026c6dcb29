import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ButtonLink } from "@/app/_components/button-link";
import { Notice } from "@/app/_components/notice";
import { requireStaff } from "@/lib/auth/require-staff";
import { isAtLeast, isStaffRole, namesOfThoseAtLeast } from "@/lib/auth/roles";

export const metadata: Metadata = { title: "Not allowed" };

/** Where `requireStaff` sends somebody whose role does not reach. */
export default async function NotAllowedPage({ searchParams }: PageProps<"/not-allowed">) {
  const { staff } = await requireStaff();
  const { needs } = await searchParams;
  const role = typeof needs === "string" && isStaffRole(needs) ? needs : "owner";
  if (isAtLeast(staff.role, role)) redirect("/");
  return (
    <Notice title="This needs another role" way={<ButtonLink href="/">Go to Today</ButtonLink>}>
      <p>
        It is for {namesOfThoseAtLeast[role]}. You are signed in as {staff.email}, with the role “{staff.role}
        ”. An owner of your office can change that.
      </p>
    </Notice>
  );
}
