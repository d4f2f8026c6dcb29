import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { PageHeader } from "@/app/_components/page-header";
import type { Database } from "@/db/client";
import { findBlockedCaller } from "@/db/queries/blocked-callers/find-blocked-caller";
import { requireStaff } from "@/lib/auth/require-staff";
import { BlockedCallerForm } from "../blocked-caller-form";

export const metadata: Metadata = { title: "Block a caller" };

/** Begins with a number, or with the note of another one, where the address says so: a number is blocked once. */
export default async function NewBlockedCallerPage({ searchParams }: PageProps<"/blocked-callers/new">) {
  const { db } = await requireStaff("manager");
  const { number, from } = await searchParams;
  const note = await noteOf(db, from);
  return (
    <>
      <PageHeader title="Block a caller" back={{ href: "/blocked-callers", label: "Blocked callers" }} />
      <BlockedCallerForm number={typeof number === "string" ? number : undefined} note={note} />
    </>
  );
}

async function noteOf(db: Database, from: unknown): Promise<string | undefined> {
  const id = z.uuid().safeParse(from).data;
  if (!id) return undefined;
  const copied = await findBlockedCaller(db, id);
  if (!copied) notFound();
  return copied.note;
}
