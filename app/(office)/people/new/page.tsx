import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Temporal } from "temporal-polyfill";
import { PageHeader } from "@/app/_components/page-header";
import { uuidOrNotFound } from "@/app/_format/uuid-or-not-found";
import { getFirm } from "@/db/queries/firm/get-firm";
import { findPerson } from "@/db/queries/people/find-person";
import { requireStaff } from "@/lib/auth/require-staff";
import { PersonForm } from "../person-form";
import { newPersonToType } from "../person-to-type";

export const metadata: Metadata = { title: "Add a person" };

/** Empty, or filled in as somebody else is: `?from=` and their id. */
export default async function NewPersonPage({ searchParams }: PageProps<"/people/new">) {
  const { db } = await requireStaff("manager");
  const { from } = await searchParams;
  const [firm, like] = await Promise.all([
    getFirm(db),
    typeof from === "string" ? findPerson(db, uuidOrNotFound(from)) : null,
  ]);
  if (typeof from === "string" && !like) notFound();
  return (
    <>
      <PageHeader title="Add a person" back={{ href: "/people", label: "People" }}>
        {like && `Filled in as for ${like.name}. Nothing is saved until you press Add.`}
      </PageHeader>
      <PersonForm
        initial={newPersonToType(like, { ...firm, now: Temporal.Now.instant() })}
        timeZone={firm.timeZone}
      />
    </>
  );
}
