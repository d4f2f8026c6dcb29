import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { PageHeader } from "@/app/_components/page-header";
import type { Database } from "@/db/client";
import { findKnownCaller } from "@/db/queries/known-callers/find-known-caller";
import { requireStaff } from "@/lib/auth/require-staff";
import { KnownCallerForm, type KnownCallerToType } from "../known-caller-form";
import { callerToType } from "../known-caller-in-words";

export const metadata: Metadata = { title: "New known caller" };

/** Begins with a number and a name, or as a copy of another one, where the address says so. */
export default async function NewKnownCallerPage({ searchParams }: PageProps<"/known-callers/new">) {
  const { db } = await requireStaff("manager");
  const { number, name, from } = await searchParams;
  const copied = await findCopied(db, from);
  const initial: KnownCallerToType = {
    ...(copied ?? { note: "", action: null }),
    name: copied?.name ?? textOf(name),
    number: textOf(number),
  };
  return (
    <>
      <PageHeader title="New known caller" back={{ href: "/known-callers", label: "Known callers" }} />
      <KnownCallerForm initial={initial} />
    </>
  );
}

const textOf = (asked: unknown): string => (typeof asked === "string" ? asked : "");

async function findCopied(db: Database, from: unknown): Promise<KnownCallerToType | null> {
  const id = z.uuid().safeParse(from).data;
  if (!id) return null;
  const caller = await findKnownCaller(db, id);
  if (!caller) notFound();
  return callerToType(caller, "");
}
