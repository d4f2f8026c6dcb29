import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { DeleteForm } from "@/app/_components/delete-form";
import { PageHeader } from "@/app/_components/page-header";
import { uuidOrNotFound } from "@/app/_format/uuid-or-not-found";
import { searchHref } from "@/app/_lists/list-href";
import { findTemplate } from "@/db/queries/templates/find-template";
import { listTemplateUses } from "@/db/queries/templates/list-template-uses";
import { requireStaff } from "@/lib/auth/require-staff";
import { removeTemplate } from "../../mutations";

export const metadata: Metadata = { title: "Delete a template" };

export default async function DeleteTemplatePage({ params }: PageProps<"/templates/[id]/delete">) {
  const { db } = await requireStaff("manager");
  const id = uuidOrNotFound((await params).id);
  const [template, uses] = await Promise.all([findTemplate(db, id), listTemplateUses(db, id)]);
  if (!template) notFound();
  const back = `/templates/${id}` as const;
  // One that ships with the app would be back at the next release.
  if (template.builtInKey !== null) redirect(back);
  return (
    <>
      <PageHeader title={`Delete ${template.name}?`} back={{ href: back, label: template.name }} />
      <DeleteForm
        mutation={removeTemplate}
        editing={template}
        uses={uses.actions.map((action) => ({
          label: `Action “${action.name}”`,
          href: `/actions/${action.id}` as const,
        }))}
        moreUses={{
          count: uses.total - uses.actions.length,
          href: searchHref("/actions", template.name),
        }}
        consequences={
          <p>No action is made of it, so calls go on as before. Its text cannot be brought back.</p>
        }
        cancelHref={back}
      />
    </>
  );
}
