"use client";

import { MutationForm } from "@/app/_components/mutation-form";
import type { ActionTemplate } from "@/db/queries/actions/template-json";
import type { VoiceChoice } from "@/lib/template/types";
import type { ActionValue } from "@/lib/template/value-schemas";
import { ActionFields } from "./action-fields";
import type { DraftPreview } from "./lookups";
import { makeAction, saveAction } from "./mutations";

export interface ActionFormProps {
  /** What is edited; left out for a new one. */
  editing?: { id: string; version: number };
  name: string;
  template: ActionTemplate;
  values: Readonly<Record<string, ActionValue>>;
  /** What people, actions and voices are called. */
  names: Readonly<Record<string, string>>;
  country: string;
  firmVoice: VoiceChoice;
  preview: DraftPreview;
}

export function ActionForm(props: ActionFormProps) {
  const { editing } = props;
  return (
    <MutationForm
      mutation={editing ? saveAction : makeAction}
      submitLabel="Save"
      pendingLabel="Saving…"
      cancelHref="/actions"
      {...(editing && { editing })}
    >
      {(state) => <ActionFields {...props} state={state} />}
    </MutationForm>
  );
}
