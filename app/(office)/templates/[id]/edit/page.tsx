import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { PageHeader } from "@/app/_components/page-header";
import { uuidOrNotFound } from "@/app/_format/uuid-or-not-found";
import { getFirmOfCalls } from "@/db/queries/firm/get-firm-of-calls";
import { findTemplate } from "@/db/queries/templates/find-template";
import { requireStaff } from "@/lib/auth/require-staff";
import { TemplateForm } from "../../template-form";

export const metadata: Metadata = { title: "Edit a template" };

export default async function EditTemplatePage({ params }: PageProps<"/templates/[id]/edit">) {
  const { db } = await requireStaff("manager");
  const id = uuidOrNotFound((await params).id);
  const [template, surroundings] = await Promise.all([findTemplate(db, id), getFirmOfCalls(db)]);
  if (!template) notFound();
  const { name, description, body, parameters, version, builtInKey } = template;
  // One that ships with the app has a page that offers a copy.
  if (builtInKey !== null) redirect(`/templates/${id}`);
  return (
    <>
      <PageHeader title={`Edit ${name}`} back={{ href: `/templates/${id}`, label: name }}>
        Actions made of it follow at their next call. A change that one of them could not follow is refused.
      </PageHeader>
      <TemplateForm
        key={version}
        contents={{ name, description, body, parameters }}
        editing={{ id, version }}
        {...surroundings}
      />
    </>
  );
}
