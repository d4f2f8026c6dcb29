import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/app/_components/page-header";
import { uuidOrNotFound } from "@/app/_format/uuid-or-not-found";
import { getFirmOfCalls } from "@/db/queries/firm/get-firm-of-calls";
import { findTemplate } from "@/db/queries/templates/find-template";
import { requireStaff } from "@/lib/auth/require-staff";
import { firstTemplate } from "../first-template";
import { TemplateForm } from "../template-form";

export const metadata: Metadata = { title: "New template" };

export default async function NewTemplatePage({ searchParams }: PageProps<"/templates/new">) {
  const { db } = await requireStaff("manager");
  const { from } = await searchParams;
  const id = typeof from === "string" ? uuidOrNotFound(from) : null;
  const [original, surroundings] = await Promise.all([id && findTemplate(db, id), getFirmOfCalls(db)]);
  if (id && !original) notFound();
  return (
    <>
      <PageHeader
        title={original ? `A copy of ${original.name}` : "New template"}
        back={
          original
            ? { href: `/templates/${original.id}`, label: original.name }
            : { href: "/templates", label: "Templates" }
        }
      >
        {original
          ? "Nothing changes for the actions made of the original."
          : "It begins as one that greets the caller and hangs up."}
      </PageHeader>
      <TemplateForm
        contents={original ? { ...original, name: `Copy of ${original.name}` } : firstTemplate}
        {...surroundings}
      />
    </>
  );
}
