"use client";

import { Button } from "@heroui/react/button";
import { useState } from "react";
import { SearchChoice, type SearchedChoice } from "@/app/_components/search-choice";
import { useHydrated } from "@/app/_components/use-hydrated";
import type { ActionTemplate } from "@/db/queries/actions/template-json";
import { TemplatePicture } from "./_pictures/template-picture";
import { loadTemplate, searchTemplates } from "./lookups";

/** The template of an action, with a way to another one that keeps what fits both. */
export function TemplateOfAction({
  template,
  onChange,
}: {
  template: ActionTemplate;
  onChange(template: ActionTemplate): void;
}) {
  const isAwake = useHydrated();
  const [isChanging, setChanging] = useState(false);
  const [message, setMessage] = useState("");
  const change = async (choice: SearchedChoice | null) => {
    if (!choice) return;
    const next = await loadTemplate(choice.id).catch(() => null);
    if (!next) return setMessage("This template could not be loaded. Please try again.");
    setMessage(`Changed to “${next.name}”. What fits both has been kept.`);
    setChanging(false);
    onChange(next);
  };
  return (
    <div className="flex flex-col gap-3 border-b border-separator pb-5">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <TemplatePicture builtInKey={template.builtInKey} />
        <div className="min-w-0 flex-1 basis-48">
          <p className="font-medium wrap-anywhere">{template.name}</p>
          <p className="text-sm text-muted wrap-anywhere">{template.description}</p>
        </div>
        <Button
          variant="secondary"
          size="sm"
          isDisabled={!isAwake}
          aria-expanded={isChanging}
          onPress={() => setChanging(!isChanging)}
        >
          Change template
        </Button>
      </div>
      {isChanging && (
        <SearchChoice
          label="Another template"
          help="What is filled in stays wherever the other template asks for the same."
          placeholder="Type a part of its name"
          chosen={null}
          onChoose={(choice) => void change(choice)}
          search={searchTemplates}
        />
      )}
      <p aria-live="polite" className={message ? "text-sm text-muted" : "sr-only"}>
        {message}
      </p>
    </div>
  );
}
