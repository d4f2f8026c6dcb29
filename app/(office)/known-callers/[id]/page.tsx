import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonLink } from "@/app/_components/button-link";
import { PageHeader } from "@/app/_components/page-header";
import { formatPhoneNumber } from "@/app/_format/phone-number";
import { uuidOrNotFound } from "@/app/_format/uuid-or-not-found";
import { getFirm } from "@/db/queries/firm/get-firm";
import { findKnownCaller } from "@/db/queries/known-callers/find-known-caller";
import { requireStaff } from "@/lib/auth/require-staff";
import { KnownCallerForm } from "../known-caller-form";
import { callerToType } from "../known-caller-in-words";

export const metadata: Metadata = { title: "Known caller" };

export default async function KnownCallerPage({ params }: PageProps<"/known-callers/[id]">) {
  const { db } = await requireStaff("manager");
  const id = uuidOrNotFound((await params).id);
  const [caller, { country }] = await Promise.all([findKnownCaller(db, id), getFirm(db)]);
  if (!caller) notFound();
  return (
    <>
      <PageHeader
        title={caller.name}
        back={{ href: "/known-callers", label: "Known callers" }}
        actions={
          <>
            <ButtonLink href={`/known-callers/new?from=${id}`}>Duplicate</ButtonLink>
            <ButtonLink href={`/known-callers/${id}/delete`}>Delete</ButtonLink>
          </>
        }
      />
      <KnownCallerForm
        key={caller.version}
        caller={caller}
        initial={callerToType(caller, formatPhoneNumber(caller.number, country))}
      />
    </>
  );
}
