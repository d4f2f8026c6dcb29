"use client";

import { Input } from "@heroui/react/input";
import { TextArea } from "@heroui/react/textarea";
import { useEffect, useRef, useState } from "react";
import { FieldFrame } from "@/app/_components/field-frame";
import { useEarlyText } from "@/app/_components/use-early-text";
import { mostSpokenCharacters } from "@/lib/template/most-spoken-characters";
import type { ParameterProps } from "./parameter-props";
import { helpOf, labelOf } from "./parameter-words";

/** A text to be spoken, with how long it is. The text belongs to the browser: see `FieldFrame`. */
export function TextParameter({ declaration, name, value, typed, error }: ParameterProps) {
  const most = Math.min(declaration.bounds.maxLength ?? mostSpokenCharacters, mostSpokenCharacters);
  const initial = typed ?? (typeof value === "string" ? value : "");
  const [length, setLength] = useState(initial.trim().length);
  const frame = useRef<HTMLDivElement>(null);
  const early = useEarlyText();
  // What was typed before the page came alive counts as well.
  useEffect(() => {
    const field = frame.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>("input, textarea");
    if (field) setLength(field.value.trim().length);
  }, []);
  const count = (event: { currentTarget: { value: string } }) =>
    setLength(event.currentTarget.value.trim().length);
  return (
    <div ref={frame}>
      <FieldFrame label={labelOf(declaration)} name={name} help={helpOf(declaration)} error={error}>
        {(names) =>
          declaration.type === "longText" ? (
            <TextArea {...names} {...early} rows={4} defaultValue={initial} onInput={count} fullWidth />
          ) : (
            <Input {...names} defaultValue={initial} onInput={count} fullWidth />
          )
        }
      </FieldFrame>
      <p className={`mt-1 text-end text-xs ${length > most ? "text-danger" : "text-muted"}`}>
        {length} of {most} characters
      </p>
    </div>
  );
}
