"use client";

import { Card } from "@heroui/react/card";
import { useEffect, useRef, useState } from "react";
import { TypedField } from "@/app/_components/typed-field";
import type { MutationState } from "@/app/_mutations/mutation-state";
import type { ActionTemplate } from "@/db/queries/actions/template-json";
import { CallPreviewCard } from "../_preview/call-preview-card";
import { ParameterFields } from "./_parameters/parameter-fields";
import { fieldName } from "./_parameters/parameter-props";
import type { ActionFormProps } from "./action-form";
import { TemplateOfAction } from "./template-of-action";
import { useDraftPreview } from "./use-draft-preview";

/** The form's fields, and beside them what a call would get. */
export function ActionFields(props: ActionFormProps & { state: MutationState }) {
  const { state, name, values, country, firmVoice } = props;
  const [template, setTemplate] = useState(props.template);
  const [names] = useState(() => new Map(Object.entries(props.names)));
  const place = useRef<HTMLDivElement>(null);
  const { preview, isBusy, refresh } = useDraftPreview(props.preview);
  const carried = useCarriedTexts(state);
  const formOf = () => place.current?.closest("form") ?? null;

  const change = (next: ActionTemplate) => {
    carried.carryOver(formOf(), template, next);
    setTemplate(next);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the fields of another template are another form.
  useEffect(() => {
    const form = formOf();
    if (template !== props.template || isTypedIn(form)) refresh(form);
  }, [template]);

  return (
    <div
      ref={place}
      onInput={() => refresh(formOf())}
      className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]"
    >
      <Card className="gap-5 p-6">
        <TemplateOfAction template={template} onChange={change} />
        <input type="hidden" name="templateId" value={template.id} />
        <TypedField
          label="Name"
          name="name"
          help="What your colleagues choose it by. Callers never hear it."
          autoComplete="off"
          typed={state.typed.name}
          initial={name}
          error={state.fieldErrors.name}
        />
        <ParameterFields
          key={template.id}
          declarations={template.parameters}
          values={template.id === props.template.id ? values : {}}
          typed={carried.typed}
          fieldErrors={state.fieldErrors}
          surroundings={{
            country,
            firmVoice,
            names,
            hasRingTimeOfEach: /\.ringSeconds\b/.test(template.body),
          }}
        />
      </Card>
      <div className="lg:sticky lg:top-6">
        <CallPreviewCard
          preview={preview}
          problems={preview.problems}
          about="An example call, as the form stands now; the caller does nothing and nobody picks up."
          isBusy={isBusy}
        />
      </div>
    </div>
  );
}

/** Somebody may have typed before the page came alive. */
const isTypedIn = (form: HTMLFormElement | null): boolean =>
  [...(form?.elements ?? [])].some(
    (field) =>
      (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) &&
      field.type !== "hidden" &&
      field.value !== field.defaultValue,
  );

/** What was typed, as long as no answer of the server is newer; kept for when somebody changes back as well. */
function useCarriedTexts(state: MutationState) {
  const remembered = useRef(new Map<string, string>());
  const [carried, setCarried] = useState<{ after: MutationState; typed: Record<string, string> } | null>(
    null,
  );
  return {
    typed: carried?.after === state ? carried.typed : state.typed,
    /** What fits the next template, by key and type, goes over to it. */
    carryOver(form: HTMLFormElement | null, from: ActionTemplate, to: ActionTemplate) {
      const fields = Object.fromEntries(form ? new FormData(form) : []);
      for (const { key, type } of from.parameters) {
        const text = fields[fieldName(key)];
        if (typeof text === "string") remembered.current.set(`${type} ${key}`, text);
      }
      const typed = to.parameters.flatMap(({ key, type }) => {
        const text = remembered.current.get(`${type} ${key}`);
        return text === undefined ? [] : [[fieldName(key), text] as const];
      });
      setCarried({ after: state, typed: Object.fromEntries(typed) });
    },
  };
}
