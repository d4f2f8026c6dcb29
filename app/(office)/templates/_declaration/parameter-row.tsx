"use client";

import { type SyntheticEvent, useEffect, useRef, useState } from "react";
import { CheckField } from "@/app/_components/check-field";
import { ChoiceField } from "@/app/_components/choice-field";
import { TypedArea } from "@/app/_components/typed-area";
import { TypedField } from "@/app/_components/typed-field";
import { BoundFields } from "./bound-fields";
import { DefaultField } from "./default-field";
import type { FieldLookup } from "./field-lookup";
import { offeredTypes, typesInWords } from "./types-in-words";

interface ParameterRowProps {
  index: number;
  field: FieldLookup;
  isOpen: boolean;
}

/** The declaration of one parameter. Its fields are the browser's own; only what depends on the type is kept here. */
export function ParameterRow({ index, field, isOpen }: ParameterRowProps) {
  const row = useRef<HTMLDetailsElement>(null);
  const [{ label, key, type }, setNames] = useState({
    label: field("label").typed,
    key: field("key").typed,
    type: field("type").typed || "longText",
  });
  // What was typed and chosen before the page came alive is in the document alone.
  const readNames = () => {
    const read = (name: string) =>
      row.current?.querySelector<HTMLInputElement | HTMLSelectElement>(`[name$=".${name}"]`)?.value ?? "";
    setNames({ label: read("label"), key: read("key"), type: read("type") });
  };
  useEffect(readNames, []);
  const readIfNamed = (event: SyntheticEvent) => {
    const { name } = event.target as HTMLInputElement;
    if (/\.(label|key|type)$/.test(name)) readNames();
  };

  return (
    // Somebody may open it before the page has come alive.
    <details ref={row} open={isOpen} suppressHydrationWarning onInput={readIfNamed} className="group">
      <summary className="cursor-pointer rounded-xl py-3 ps-4 pe-32 text-sm outline-none wrap-anywhere focus-visible:status-focused">
        <span className="font-medium">{label || `Parameter ${index + 1}`}</span>
        {key && <code className="ms-2 text-xs whitespace-nowrap text-muted">{`{{ ${key} }}`}</code>}
      </summary>
      <div className="flex flex-col gap-4 px-4 pb-4">
        <TypedField {...field("label")} label="Label" help="What people see above the field." />
        <TypedField
          {...field("key")}
          label="Name in the text"
          help="A small letter, then letters and digits: greeting, ringSeconds."
          autoComplete="off"
        />
        <ChoiceField
          {...field("type")}
          typed={type}
          label="Type"
          options={offeredTypes.map((each) => ({ value: each, label: typesInWords[each] }))}
        />
        <CheckField
          name={field("isRequired").name}
          label="Must be filled in"
          isChecked={field("isRequired").typed === "on"}
        />
        <TypedArea
          {...field("help")}
          label="Help"
          help="A sentence below the label. May be empty."
          rows={2}
        />
        <BoundFields type={type} field={field} />
        <DefaultField type={type} field={field} />
      </div>
    </details>
  );
}
