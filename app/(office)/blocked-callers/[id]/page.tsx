import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonLink } from "@/app/_components/button-link";
import { PageHeader } from "@/app/_components/page-header";
import { uuidOrNotFound } from "@/app/_format/uuid-or-not-found";
import { findBlockedCaller } from "@/db/queries/blocked-callers/find-blocked-caller";
import { getFirm } from "@/db/queries/firm/get-firm";
import { requireStaff } from "@/lib/auth/require-staff";
import { BlockedCallerForm } from "../blocked-caller-form";
import { blockedNumberInWords, withheld } from "../blocked-caller-in-words";

export const metadata: Metadata = { title: "Blocked caller" };

export default async function BlockedCallerPage({ params }: PageProps<"/blocked-callers/[id]">) {
  const { db } = await requireStaff("manager");
  const id = uuidOrNotFound((await params).id);
  const [caller, { country }] = await Promise.all([findBlockedCaller(db, id), getFirm(db)]);
  if (!caller) notFound();
  const words = blockedNumberInWords(caller.number, country);
  const isWithheld = caller.number === withheld;
  return (
    <>
      <PageHeader
        title={words}
        back={{ href: "/blocked-callers", label: "Blocked callers" }}
        actions={
          <>
            <ButtonLink href={`/blocked-callers/new?from=${id}`}>Duplicate</ButtonLink>
            <ButtonLink href={`/blocked-callers/${id}/delete`}>Unblock</ButtonLink>
          </>
        }
      />
      <BlockedCallerForm
        key={caller.version}
        caller={{ ...caller, isWithheld, number: isWithheld ? "" : words }}
      />
    </>
  );
}
