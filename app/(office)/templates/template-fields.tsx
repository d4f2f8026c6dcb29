import { Card } from "@heroui/react/card";
import { useRef, useState } from "react";
import { TypedArea } from "@/app/_components/typed-area";
import { TypedField } from "@/app/_components/typed-field";
import type { MutationState } from "@/app/_mutations/mutation-state";
import { CallPreviewCard } from "@/app/(office)/_preview/call-preview-card";
import type { Template } from "@/db/queries/templates/find-template";
import { parameterFieldsOf } from "./_declaration/parameter-fields-of";
import { ParameterList } from "./_declaration/parameter-list";
import { writeDeclaration } from "./_declaration/read-declaration";
import type { Surroundings } from "./_editor/look-at-draft";
import { TemplateText } from "./_editor/template-text";
import { useDraftLook } from "./_editor/use-draft-look";
import { BrokenActions } from "./broken-actions";
import { WhatCanStand } from "./what-can-stand";

interface TemplateFieldsProps extends Surroundings {
  contents: Pick<Template, "name" | "description" | "body" | "parameters">;
  state: MutationState;
}

/** The text with its parameters beside it, looked at as one types. */
export function TemplateFields({ contents, state, firm, country }: TemplateFieldsProps) {
  const { typed, fieldErrors, status } = state;
  const fields = useRef<HTMLDivElement>(null);
  const { looked, lookAgain } = useDraftLook(fields, { firm, country });
  const answers = useAnswerCount(state);
  const declared =
    status === "refused" ? parameterFieldsOf(typed) : contents.parameters.map(writeDeclaration);

  return (
    <div ref={fields} onInput={lookAgain} className="flex flex-col gap-6">
      <BrokenActions fieldErrors={fieldErrors} />
      <Card className="gap-5 p-6">
        <TypedField
          label="Name"
          name="name"
          autoComplete="off"
          typed={typed.name}
          initial={contents.name}
          error={fieldErrors.name}
        />
        <TypedArea
          label="Description"
          help="What it does, for whoever chooses a template for an action."
          name="description"
          rows={2}
          typed={typed.description}
          initial={contents.description}
          error={fieldErrors.description}
        />
      </Card>
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <Card className="min-w-0 gap-5 p-4 sm:p-6">
          <TemplateText
            text={typed.body ?? contents.body}
            error={fieldErrors.body}
            looked={looked}
            onChange={lookAgain}
          />
          <WhatCanStand />
        </Card>
        <section aria-labelledby="parameters" className="flex flex-col gap-3">
          <h2 id="parameters" className="text-base font-semibold">
            Parameters
          </h2>
          <p className="text-sm text-muted">What each action made of this template fills in.</p>
          <ParameterList key={answers} initial={declared} fieldErrors={fieldErrors} onChange={lookAgain} />
        </section>
      </div>
      {looked?.preview && (
        <CallPreviewCard
          title="With example values"
          about="What a caller would hear of an action made of it as it stands."
          preview={looked.preview}
        />
      )}
    </div>
  );
}

/** How many answers there have been: with each that refuses, the rows begin anew with what was typed. */
function useAnswerCount(state: MutationState): number {
  const [seen, setSeen] = useState({ state, count: 0 });
  if (seen.state === state) return seen.count;
  const next = { state, count: seen.count + 1 };
  setSeen(next);
  return next.count;
}
