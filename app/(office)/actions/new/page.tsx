import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/app/_components/page-header";
import { uuidOrNotFound } from "@/app/_format/uuid-or-not-found";
import { findAction } from "@/db/queries/actions/find-action";
import { findActionTemplate } from "@/db/queries/actions/find-action-template";
import { requireStaff } from "@/lib/auth/require-staff";
import { ActionForm } from "../action-form";
import { draftOf } from "../draft-of";
import { TemplateChooser } from "./template-chooser";

export const metadata: Metadata = { title: "New action" };

const longestName = 120;

/** First the template, then what it asks for; or a copy of another action, filled in already. */
export default async function NewActionPage({ searchParams }: PageProps<"/actions/new">) {
  const { db } = await requireStaff("manager");
  const { template: templateId, from, q } = await searchParams;

  if (typeof from === "string") {
    const original = await findAction(db, uuidOrNotFound(from));
    if (!original) notFound();
    const name = `Copy of ${original.name}`.slice(0, longestName);
    const draft = await draftOf(db, { name, template: original.template, values: original.values });
    return (
      <>
        <PageHeader
          title="New action"
          back={{ href: `/actions/${original.id}` as Route, label: original.name }}
        >
          A copy: nothing happens to the original.
        </PageHeader>
        <ActionForm {...draft} />
      </>
    );
  }
  if (typeof templateId === "string") {
    const found = await findActionTemplate(db, uuidOrNotFound(templateId));
    if (!found) notFound();
    const draft = await draftOf(db, { name: "", template: found.template, values: {} });
    return (
      <>
        <PageHeader title="New action" back={{ href: "/actions/new", label: "All templates" }} />
        <ActionForm {...draft} />
      </>
    );
  }
  return (
    <>
      <PageHeader title="New action" back={{ href: "/actions", label: "Actions" }}>
        What should the caller get? Choose what comes nearest; everything in it can be changed.
      </PageHeader>
      <TemplateChooser db={db} search={typeof q === "string" ? q.trim().slice(0, 100) : ""} />
    </>
  );
}
