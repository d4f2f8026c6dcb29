import type { Metadata } from "next";
import { PageHeader } from "@/app/_components/page-header";
import { requireStaff } from "@/lib/auth/require-staff";
import { BlockedCallerForm } from "../blocked-caller-form";

export const metadata: Metadata = { title: "Block a caller" };

export default async function NewBlockedCallerPage({ searchParams }: PageProps<"/blocked-callers/new">) {
  await requireStaff("manager");
  const { number } = await searchParams;
  return (
    <>
      <PageHeader title="Block a caller" back={{ href: "/blocked-callers", label: "Blocked callers" }} />
      <BlockedCallerForm number={typeof number === "string" ? number : undefined} />
    </>
  );
}
