"use client";

import type { Route } from "next";
import { MutationForm } from "@/app/_components/mutation-form";
import type { Template } from "@/db/queries/templates/find-template";
import type { Surroundings } from "./_editor/look-at-draft";
import { saveTemplate, writeNewTemplate } from "./mutations";
import { TemplateFields } from "./template-fields";

interface TemplateFormProps extends Surroundings {
  /** What the form begins with. */
  contents: Pick<Template, "name" | "description" | "body" | "parameters">;
  /** What is edited; left out for a new one. */
  editing?: { id: string; version: number };
}

export function TemplateForm({ contents, editing, ...surroundings }: TemplateFormProps) {
  const back = (editing ? `/templates/${editing.id}` : "/templates") as Route;
  return (
    <MutationForm
      mutation={editing ? saveTemplate : writeNewTemplate}
      submitLabel="Save"
      pendingLabel="Saving…"
      cancelHref={back}
      {...(editing && { editing })}
    >
      {(state) => <TemplateFields contents={contents} state={state} {...surroundings} />}
    </MutationForm>
  );
}
